// Placeholder of an empty target; replaced by its first source file.
