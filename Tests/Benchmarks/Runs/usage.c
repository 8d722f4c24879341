/* Runs a command without its output, and prints what it took: wall and processor time in microseconds, memory at
   most in kilobytes, and the exit code. Small itself, since a process's memory is counted from its parent's. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: usage COMMAND [ARGUMENT...]\n");
    return 64;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);

  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t process;
  if (posix_spawn(&process, argv[1], &actions, NULL, argv + 1, environ) != 0) {
    perror(argv[1]);
    return 127;
  }
  int status;
  struct rusage usage;
  if (wait4(process, &status, 0, &usage) != process) {
    perror("wait4");
    return 1;
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  long long wall = (end.tv_sec - start.tv_sec) * 1000000LL + (end.tv_nsec - start.tv_nsec) / 1000;
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  printf("%lld %lld %ld %d\n", wall, microseconds(usage.ru_utime) + microseconds(usage.ru_stime),
         usage.ru_maxrss, code);
  return 0;
}
