// What libcurl itself can do: the same request over and over on one curl_multi loop, without any of this package. It prints
// how many were answered, the seconds, and the processor seconds.
//
// Usage: BareLoop PORT CONCURRENCY SECONDS
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { MAX = 1024 };

static const char body[] =
    "{\"biz_opaque_callback_data\":\"swb-2ka0mrj1kbvzq-2l1qxw5wjm0gd\",\"messaging_product\":\"whatsapp\",\"recipient_type\":"
    "\"individual\",\"text\":{\"body\":\"Your order 1234 has shipped and will arrive on Tuesday.\"},\"to\":\"+15550001111\","
    "\"type\":\"text\"}";

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double processor_seconds(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6 + (double)usage.ru_stime.tv_sec +
           (double)usage.ru_stime.tv_usec / 1e6;
}

struct answer {
    size_t used;
    char bytes[4096];
};

static size_t take(char *bytes, size_t size, size_t count, void *into) {
    struct answer *answer = into;
    size_t length = size * count;
    if (answer->used + length > sizeof answer->bytes) return 0;
    memcpy(answer->bytes + answer->used, bytes, length);
    answer->used += length;
    return length;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int concurrency = atoi(argv[2]);
    double duration = strtod(argv[3], NULL);
    if (concurrency < 1 || concurrency > MAX || !(duration > 0 && duration <= 60)) return 2;
    char url[128];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/v25.0/106540352242922/messages", atoi(argv[1]));

    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)MAX);
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Authorization: Bearer benchmark-token");
    headers = curl_slist_append(headers, "Expect:");
    static struct answer answers[MAX];
    for (int i = 0; i < concurrency; i++) {
        CURL *easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_URL, url);
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)(sizeof body - 1));
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answers[i]);
        curl_easy_setopt(easy, CURLOPT_PRIVATE, &answers[i]);
        curl_multi_add_handle(multi, easy);
    }

    long answered = 0;
    double start = seconds(), processor = processor_seconds();
    while (seconds() - start < duration) {
        int running = 0, left = 0;
        curl_multi_perform(multi, &running);
        CURLMsg *message;
        while ((message = curl_multi_info_read(multi, &left))) {
            if (message->msg != CURLMSG_DONE) continue;
            long status = 0;
            struct answer *answer = NULL;
            CURL *easy = message->easy_handle;
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&answer);
            if (message->data.result != CURLE_OK || status != 200 || !answer) return 1;
            answer->used = 0;
            answered++;
            curl_multi_remove_handle(multi, easy);
            curl_multi_add_handle(multi, easy);
        }
        curl_multi_poll(multi, NULL, 0, 100, NULL);
    }
    printf("%ld %f %f\n", answered, seconds() - start, processor_seconds() - processor);
    return 0;
}
