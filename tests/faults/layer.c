/* A file layer that fails when it is told to: loaded before the C library (LD_PRELOAD).

   It counts the calls that change what lies below some folders, in each process by itself, and
   does something at one of them. Processes are told apart by the order in which they were made:
   0 is the command that was started, 1 the first that it forked, and so on.

   FAULTS_BELOW  the folders, absolute and without links, parted by colons
   FAULTS_LOG    where each counted call is written down: who, number, call, file, path, other path
   FAULTS_WHO    the process in which something is done
   FAULTS_CALL   the number of the call at which it is done, from 1
   FAULTS_DO     fail   the call fails with FAULTS_ERRNO
                 short  half of what is to be written is, then writing the rest fails
                 tear   half of what is to be written is, then as kill
                 kill   SIGKILL to FAULTS_WHOM, before the call
                 send   FAULTS_SIGNAL to FAULTS_WHOM, before the call
   FAULTS_WHOM   self, first (the command that was started) or all (its process group)
   FAULTS_EVER   calls, each between commas, that fail from there on in every process that has
                 not been made before; empty: only the one
*/
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))
#define CUT 1

static pid_t first;
static int who, forks, count, short_fd = -1, log_fd = -1;
static const char *below, *what, *whom, *ever;
static int at_who, at_call, error, sig;
/* Shared by all processes: says that what fails for ever has begun to. */
static volatile int *begun;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int number(const char *name) {
    const char *text = getenv(name);
    return text ? atoi(text) : 0;
}

static const char *word(const char *name) {
    const char *text = getenv(name);
    return text ? text : "";
}

static void forking(void) { forks++; }

static void forked(void) {
    who = forks;
    count = 0;
    short_fd = -1;
}

/* Take the orders that stand in the environment now; also called by a copy of a process that was
   loaded with the layer, when it becomes a command of its own. */
void begin(void) {
    first = getpid();
    who = forks = count = 0;
    short_fd = -1;
    below = word("FAULTS_BELOW");
    what = word("FAULTS_DO");
    whom = word("FAULTS_WHOM");
    ever = word("FAULTS_EVER");
    at_who = number("FAULTS_WHO");
    at_call = number("FAULTS_CALL");
    error = number("FAULTS_ERRNO");
    sig = number("FAULTS_SIGNAL");
    begun = mmap(NULL, sizeof *begun, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    const char *log = word("FAULTS_LOG");
    if (log_fd >= 0)
        syscall(SYS_close, log_fd);
    log_fd = -1;
    if (*log) /* kept out of the way of the numbers that the program is used to */
        log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log_fd >= 0) {
        int high = fcntl(log_fd, F_DUPFD_CLOEXEC, 900);
        if (high >= 0) {
            syscall(SYS_close, log_fd);
            log_fd = high;
        }
    }
}

__attribute__((constructor)) static void load(void) {
    pthread_atfork(forking, NULL, forked);
    begin();
}

/* Write the path of `dir`/`path` without links, dots apart only in its last part. */
static void whole(int dir, const char *path, char *full) {
    char folder[PATH_MAX], start[PATH_MAX];
    const char *last = strrchr(path, '/');
    *full = 0;
    if (path[0] == '/')
        snprintf(start, sizeof start, "%.*s/", (int)(last - path), path);
    else if (dir == AT_FDCWD)
        snprintf(start, sizeof start, "./%.*s", last ? (int)(last - path) : 0, path);
    else
        snprintf(start, sizeof start, "/proc/self/fd/%d/%.*s", dir, last ? (int)(last - path) : 0, path);
    if (realpath(start, folder))
        snprintf(full, PATH_MAX, "%s/%s", strcmp(folder, "/") ? folder : "", last ? last + 1 : path);
}

static void behind(int fd, char *full) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, full, PATH_MAX - 1);
    full[length > 0 ? length : 0] = 0;
}

static int is_below(const char *path) {
    for (const char *folder = below; *folder;) {
        size_t length = strcspn(folder, ":");
        if (!strncmp(path, folder, length) && (path[length] == '/' || !path[length]))
            return 1;
        folder += length + (folder[length] == ':');
    }
    return 0;
}

static int lasts(const char *call) {
    char listed[64];
    snprintf(listed, sizeof listed, ",%s,", call);
    return strstr(ever, listed) != NULL;
}

static void send(int signal) {
    if (!strcmp(whom, "all"))
        kill(0, signal);
    else
        kill(strcmp(whom, "self") ? first : getpid(), signal);
}

static void note(const char *call, unsigned long file, const char *path, const char *other) {
    char line[3 * PATH_MAX];
    int length = snprintf(line, sizeof line, "%d\t%d\t%s\t%lu\t%s\t%s\n", who, count, call, file,
                          path, other);
    if (log_fd >= 0)
        syscall(SYS_write, log_fd, line, length);
}

/* Count a call; return the error with which it must fail, -CUT for a write to be cut, or 0. */
static int counted(const char *call, unsigned long file, const char *path, const char *other) {
    if (!is_below(path) && !is_below(other))
        return 0;
    count++;
    note(call, file, path, other);
    if (*begun && lasts(call))
        return error;
    if (who != at_who || count != at_call)
        return 0;
    if (*ever)
        *begun = 1;
    if (!strcmp(what, "fail"))
        return error;
    if (!strcmp(what, "kill"))
        send(SIGKILL);
    if (!strcmp(what, "send"))
        send(sig);
    return !strcmp(what, "short") || !strcmp(what, "tear") ? -CUT : 0;
}

static int on_path(const char *call, int dir, const char *path, int dir2, const char *path2) {
    int saved = errno;
    char full[PATH_MAX], full2[PATH_MAX] = "";
    whole(dir, path, full);
    if (path2)
        whole(dir2, path2, full2);
    struct stat status;
    int there = !fstatat(dir, path, &status, AT_SYMLINK_NOFOLLOW);
    int failing = counted(call, there ? status.st_ino : 0, full, full2);
    errno = failing > 0 ? failing : saved;
    return failing > 0;
}

static int on_file(const char *call, int fd) {
    int saved = errno;
    char full[PATH_MAX];
    struct stat status;
    if (fd == log_fd || fstat(fd, &status) || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)))
        return 0;
    behind(fd, full);
    int rest = fd == short_fd && !strcmp(call, "write");
    if (fd == short_fd)
        short_fd = -1;
    if (rest) {
        if (!strcmp(what, "tear")) {
            send(SIGKILL);
        } else if (is_below(full)) {
            count++;
            note(call, status.st_ino, full, "");
            errno = error;
            return error;
        }
    }
    int failing = counted(call, status.st_ino, full, "");
    errno = failing > 0 ? failing : saved;
    return failing;
}

/* Cut a write in half, or end the process in its midst. */
static size_t cut(int fd, size_t size) {
    short_fd = fd;
    return size > 1 ? size / 2 : size;
}

ssize_t write(int fd, const void *bytes, size_t size) {
    int failing = on_file("write", fd);
    if (failing > 0)
        return -1;
    if (failing == -CUT) {
        ssize_t done = REAL(write)(fd, bytes, cut(fd, size));
        if (!strcmp(what, "tear"))
            send(SIGKILL);
        return done;
    }
    return REAL(write)(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) {
    int failing = on_file("write", fd);
    if (failing > 0)
        return -1;
    return REAL(pwrite64)(fd, bytes, failing ? cut(fd, size) : size, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int number_of_parts) {
    int failing = on_file("write", fd);
    if (failing > 0)
        return -1;
    return REAL(writev)(fd, parts, failing ? (int)cut(fd, number_of_parts) : number_of_parts);
}

ssize_t sendfile64(int to, int from, off64_t *offset, size_t size) {
    int failing = on_file("write", to);
    if (failing > 0)
        return -1;
    return REAL(sendfile64)(to, from, offset, failing ? cut(to, size) : size);
}

ssize_t copy_file_range(int from, off64_t *in, int to, off64_t *out, size_t size, unsigned flags) {
    int failing = on_file("write", to);
    if (failing > 0)
        return -1;
    return REAL(copy_file_range)(from, in, to, out, failing ? cut(to, size) : size, flags);
}

int fsync(int fd) { return on_file("fsync", fd) > 0 ? -1 : REAL(fsync)(fd); }

int fdatasync(int fd) { return on_file("fsync", fd) > 0 ? -1 : REAL(fdatasync)(fd); }

int ftruncate64(int fd, off64_t size) {
    return on_file("truncate", fd) > 0 ? -1 : REAL(ftruncate64)(fd, size);
}

int ftruncate(int fd, off_t size) {
    return on_file("truncate", fd) > 0 ? -1 : REAL(ftruncate)(fd, size);
}

int posix_fallocate64(int fd, off64_t from, off64_t size) {
    int failing = on_file("truncate", fd);
    return failing > 0 ? failing : REAL(posix_fallocate64)(fd, from, size);
}

int flock(int fd, int operation) {
    return on_file("flock", fd) > 0 ? -1 : REAL(flock)(fd, operation);
}

int close(int fd) {
    int saved = errno, mode = fcntl(fd, F_GETFL);
    errno = saved;
    int failing = mode != -1 && (mode & O_ACCMODE) != O_RDONLY ? on_file("close", fd) : 0;
    int done = REAL(close)(fd); /* closed all the same, as Linux does */
    if (failing > 0)
        errno = failing;
    return failing > 0 ? -1 : done;
}

static int opens(int dir, const char *path, int flags) {
    int changes = (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC);
    return changes && on_path("open", dir, path, 0, NULL);
}

#define MODE                                                                                       \
    mode_t mode = 0;                                                                               \
    if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {                                     \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode = va_arg(rest, mode_t);                                                               \
        va_end(rest);                                                                              \
    }

int open(const char *path, int flags, ...) {
    MODE return opens(AT_FDCWD, path, flags) ? -1 : REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE return opens(AT_FDCWD, path, flags) ? -1 : REAL(open64)(path, flags, mode);
}

int openat(int dir, const char *path, int flags, ...) {
    MODE return opens(dir, path, flags) ? -1 : REAL(openat)(dir, path, flags, mode);
}

int openat64(int dir, const char *path, int flags, ...) {
    MODE return opens(dir, path, flags) ? -1 : REAL(openat64)(dir, path, flags, mode);
}

int rename(const char *from, const char *to) {
    return on_path("rename", AT_FDCWD, from, AT_FDCWD, to) ? -1 : REAL(rename)(from, to);
}

int renameat(int dir, const char *from, int dir2, const char *to) {
    return on_path("rename", dir, from, dir2, to) ? -1 : REAL(renameat)(dir, from, dir2, to);
}

int renameat2(int dir, const char *from, int dir2, const char *to, unsigned flags) {
    return on_path("rename", dir, from, dir2, to) ? -1
                                                  : REAL(renameat2)(dir, from, dir2, to, flags);
}

int link(const char *from, const char *to) {
    return on_path("link", AT_FDCWD, from, AT_FDCWD, to) ? -1 : REAL(link)(from, to);
}

int linkat(int dir, const char *from, int dir2, const char *to, int flags) {
    return on_path("link", dir, from, dir2, to) ? -1 : REAL(linkat)(dir, from, dir2, to, flags);
}

int symlink(const char *to, const char *path) {
    return on_path("link", AT_FDCWD, path, 0, NULL) ? -1 : REAL(symlink)(to, path);
}

int unlink(const char *path) {
    return on_path("unlink", AT_FDCWD, path, 0, NULL) ? -1 : REAL(unlink)(path);
}

int unlinkat(int dir, const char *path, int flags) {
    return on_path("unlink", dir, path, 0, NULL) ? -1 : REAL(unlinkat)(dir, path, flags);
}

int rmdir(const char *path) {
    return on_path("unlink", AT_FDCWD, path, 0, NULL) ? -1 : REAL(rmdir)(path);
}

int mkdir(const char *path, mode_t mode) {
    return on_path("mkdir", AT_FDCWD, path, 0, NULL) ? -1 : REAL(mkdir)(path, mode);
}

int mkdirat(int dir, const char *path, mode_t mode) {
    return on_path("mkdir", dir, path, 0, NULL) ? -1 : REAL(mkdirat)(dir, path, mode);
}
