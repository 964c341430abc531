// A minimal HTTP/1.1 server for benchmarks, so that the server is never what is measured: one thread, epoll, keep-alive,
// a fixed answer, optionally after a fixed delay. It prints its port and serves until its standard input closes.
//
// Usage: LoadServer [delay in milliseconds]
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MAX_FDS = 4096, BUFFER = 16384, QUEUE = 1 << 16 };

static const char body[] =
    "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"+15550001111\",\"wa_id\":\"15550001111\"}],"
    "\"messages\":[{\"id\":\"wamid.HBgLMTU1NTAwMDExMTEVAgARGBI0QzE2RkYwRDA5RkE4ODM4RUEA\"}]}";
static char answer[1024];
static size_t answer_length;

struct connection {
    size_t used;
    char buffer[BUFFER];
};

struct due {
    long long at;
    int fd;
};

static struct connection *connections[MAX_FDS];
static struct due queue[QUEUE];
static size_t queue_head, queue_tail;

static long long now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

static void send_answer(int fd) {
    // An answer of 300 bytes fits into any socket buffer that its client reads.
    ssize_t written = write(fd, answer, answer_length);
    if (written != (ssize_t)answer_length) shutdown(fd, SHUT_RDWR);
}

static void drop(int epoll, int fd) {
    epoll_ctl(epoll, EPOLL_CTL_DEL, fd, NULL);
    close(fd);
    free(connections[fd]);
    connections[fd] = NULL;
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

static void readable(int epoll, int fd, long delay_ms) {
    struct connection *c = connections[fd];
    ssize_t count = read(fd, c->buffer + c->used, BUFFER - c->used);
    if (count <= 0) {
        if (count < 0 && errno == EAGAIN) return;
        drop(epoll, fd);
        return;
    }
    c->used += (size_t)count;
    size_t length;
    while ((length = request_length(c->buffer, c->used)) > 0) {
        c->used -= length;
        memmove(c->buffer, c->buffer + length, c->used);
        if (delay_ms > 0) {
            queue[queue_tail++ % QUEUE] = (struct due){now_us() + delay_ms * 1000LL, fd};
        } else {
            send_answer(fd);
        }
    }
}

int main(int argc, char **argv) {
    long delay_ms = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    answer_length = (size_t)snprintf(
        answer, sizeof answer, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s",
        sizeof body - 1, body);

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
        int timeout = -1;
        if (queue_head != queue_tail) {
            long long wait = queue[queue_head % QUEUE].at - now_us();
            timeout = wait <= 0 ? 0 : (int)((wait + 999) / 1000);
        }
        int count = epoll_wait(epoll, events, 256, timeout);
        for (int i = 0; i < count; i++) {
            int fd = events[i].data.fd;
            if (fd == STDIN_FILENO) return 0;
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
                readable(epoll, fd, delay_ms);
            }
        }
        long long now = now_us();
        while (queue_head != queue_tail && queue[queue_head % QUEUE].at <= now) {
            int fd = queue[queue_head++ % QUEUE].fd;
            if (connections[fd]) send_answer(fd);
        }
    }
}
