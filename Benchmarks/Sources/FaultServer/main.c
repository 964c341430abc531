// A messages endpoint that goes wrong in every way there is, by a seed: it takes a message or does not, and answers, refuses,
// fails, resets the connection before or after it has decided, breaks off in the middle of its answer, or never answers.
//
// One thread, epoll, keep-alive. It prints its port and serves until its standard input closes; then it prints its log, a
// line per request: number of the message, number of its arrival, fate, whether the message was taken, microseconds, tag.
//
// Usage: FaultServer SEED
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MAX_FDS = 4096, BUFFER = 16384, MAX_NUMBER = 1 << 20, MAX_LOG = 1 << 21 };

struct connection {
    size_t used;
    char buffer[BUFFER];
};

struct entry {
    uint32_t number, arrival;
    const char *fate;
    int taken;
    long long at;
    char tag[64];
};

static struct connection *connections[MAX_FDS];
static uint8_t arrivals[MAX_NUMBER];
static struct entry *entries;
static size_t entry_count;
// The tag of the request that is being served.
static char tag[64];
static uint64_t seed;

static long long now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

// The same number from the same seed, message and arrival in every run (SplitMix64).
static uint64_t mixed(uint64_t a, uint64_t b) {
    uint64_t x = seed + 0x9E3779B97F4A7C15ULL * (a * 256 + b + 1);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

static void drop(int epoll, int fd, int reset) {
    if (reset) {
        struct linger linger = {1, 0};
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
    }
    epoll_ctl(epoll, EPOLL_CTL_DEL, fd, NULL);
    close(fd);
    free(connections[fd]);
    connections[fd] = NULL;
}

// Answers are short: they fit into any socket buffer that its client reads. With `part` only half of it is written.
static void answer(int fd, const char *status, const char *body, int part) {
    char text[1024];
    int length = snprintf(
        text, sizeof text, "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s", status,
        strlen(body), body);
    if (part) length -= (int)strlen(body) / 2;
    if (write(fd, text, (size_t)length) != length) shutdown(fd, SHUT_RDWR);
}

static void answer_error(int fd, const char *status, int code) {
    char body[256];
    snprintf(
        body, sizeof body,
        "{\"error\":{\"message\":\"(#%d) injected\",\"type\":\"OAuthException\",\"code\":%d,\"fbtrace_id\":\"A1b2\"}}", code,
        code);
    answer(fd, status, body, 0);
}

static void answer_taken(int fd, uint32_t number, int part) {
    char body[512];
    snprintf(
        body, sizeof body,
        "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"+1555%07u\",\"wa_id\":\"1555%07u\"}],"
        "\"messages\":[{\"id\":\"wamid.%u\"}]}",
        number, number, number);
    answer(fd, "200 OK", body, part);
}

static void note(uint32_t number, uint32_t arrival, const char *fate, int taken) {
    if (entry_count >= MAX_LOG) return;
    struct entry *entry = &entries[entry_count++];
    *entry = (struct entry){.number = number, .arrival = arrival, .fate = fate, .taken = taken, .at = now_us()};
    memcpy(entry->tag, tag, sizeof tag);
}

// Finds the text of a member in a request's body; the names looked for are not in any text that is sent.
static const char *member(const char *key, const char *buffer, size_t length) {
    const char *found = memmem(buffer, length, key, strlen(key));
    return found ? found + strlen(key) : NULL;
}

static void read_tag(const char *buffer, size_t length) {
    const char *text = member("\"biz_opaque_callback_data\":\"", buffer, length);
    size_t count = 0;
    while (text && text + count < buffer + length && text[count] != '"' && count < sizeof tag - 1) count++;
    if (text) memcpy(tag, text, count);
    tag[count] = 0;
}

// Decides what becomes of a request; returns whether its connection is still there.
static int serve(int epoll, int fd, uint32_t number) {
    uint32_t arrival = arrivals[number]++;
    // Some are refused whenever they come.
    if (mixed(number, 255) % 1000 < 3) {
        note(number, arrival, "pair-rate", 0);
        answer_error(fd, "429 Too Many Requests", 131056);
        return 1;
    }
    unsigned chance = mixed(number, arrival) % 1000;
    if (chance < 20) {
        note(number, arrival, "throughput", 0);
        answer_error(fd, "429 Too Many Requests", 130429);
    } else if (chance < 30) {
        note(number, arrival, "undeliverable", 0);
        answer_error(fd, "400 Bad Request", 131026);
    } else if (chance < 40) {
        int taken = chance < 35;
        note(number, arrival, taken ? "fault-after" : "fault-before", taken);
        answer_error(fd, "500 Internal Server Error", 131000);
    } else if (chance < 50) {
        note(number, arrival, "reset-before", 0);
        drop(epoll, fd, 1);
        return 0;
    } else if (chance < 60) {
        note(number, arrival, "reset-after", 1);
        drop(epoll, fd, 1);
        return 0;
    } else if (chance < 70) {
        note(number, arrival, "half-answer", 1);
        answer_taken(fd, number, 1);
        drop(epoll, fd, 0);
        return 0;
    } else if (chance < 75) {
        int taken = chance < 73;
        note(number, arrival, taken ? "silence-after" : "silence-before", taken);
    } else {
        note(number, arrival, "taken", 1);
        answer_taken(fd, number, 0);
    }
    return 1;
}

// The number of bytes of the first request in the buffer, or 0 when it is not complete.
static size_t request_length(const char *buffer, size_t used) {
    const char *end = memmem(buffer, used, "\r\n\r\n", 4);
    if (!end) return 0;
    size_t length = (size_t)(end - buffer) + 4;
    const char *line = buffer;
    while (line < end) {
        if (strncasecmp(line, "content-length:", 15) == 0) {
            length += strtoul(line + 15, NULL, 10);
            break;
        }
        line = memchr(line, '\n', (size_t)(end - line));
        if (!line) break;
        line++;
    }
    return length <= used ? length : 0;
}

static void readable(int epoll, int fd) {
    struct connection *c = connections[fd];
    ssize_t count = read(fd, c->buffer + c->used, BUFFER - c->used);
    if (count <= 0) {
        if (count < 0 && errno == EAGAIN) return;
        drop(epoll, fd, 0);
        return;
    }
    c->used += (size_t)count;
    size_t length;
    while ((length = request_length(c->buffer, c->used)) > 0) {
        const char *found = member("\"body\":\"send ", c->buffer, length);
        unsigned long number = found ? strtoul(found, NULL, 10) : MAX_NUMBER;
        read_tag(c->buffer, length);
        if (number >= MAX_NUMBER) {
            drop(epoll, fd, 0);
            return;
        }
        c->used -= length;
        memmove(c->buffer, c->buffer + length, c->used);
        if (!serve(epoll, fd, (uint32_t)number)) return;
    }
}

int main(int argc, char **argv) {
    seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    entries = malloc(MAX_LOG * sizeof *entries);
    if (!entries) return 1;

    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 1024) != 0) return 1;
    getsockname(listener, (struct sockaddr *)&address, &size);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);

    int epoll = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
    event.data.fd = STDIN_FILENO;
    epoll_ctl(epoll, EPOLL_CTL_ADD, STDIN_FILENO, &event);

    struct epoll_event events[256];
    for (;;) {
        int count = epoll_wait(epoll, events, 256, -1);
        for (int i = 0; i < count; i++) {
            int fd = events[i].data.fd;
            if (fd == STDIN_FILENO) {
                for (size_t j = 0; j < entry_count; j++)
                    printf(
                        "%u %u %s %d %lld %s\n", entries[j].number, entries[j].arrival, entries[j].fate, entries[j].taken,
                        entries[j].at, entries[j].tag);
                return 0;
            }
            if (fd == listener) {
                int client;
                while ((client = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
                    if (client >= MAX_FDS || !(connections[client] = calloc(1, sizeof **connections))) {
                        close(client);
                        continue;
                    }
                    int one = 1;
                    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                    event.data.fd = client;
                    epoll_ctl(epoll, EPOLL_CTL_ADD, client, &event);
                }
            } else if (connections[fd]) {
                readable(epoll, fd);
            }
        }
    }
}
