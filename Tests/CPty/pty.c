#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

static void prepare_master(int master) {
  fcntl(master, F_SETFD, FD_CLOEXEC);
  fcntl(master, F_SETFL, O_NONBLOCK);
}

pid_t pty_spawn(
    const char *path, char *const *arguments, char *const *environment, int columns, int rows,
    int *master) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  // The test process has many threads: between fork and exec only plain system calls are made, and no
  // handler of the parent may run.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t process = forkpty(master, NULL, NULL, &size);
  if (process == 0) {
    struct sigaction by_default;
    memset(&by_default, 0, sizeof by_default);
    by_default.sa_handler = SIG_DFL;
    for (int number = 1; number < 32; number++)
      if (number != SIGKILL && number != SIGSTOP) sigaction(number, &by_default, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    // The other side of another test's terminal, held open here, would keep that test from its end.
    close_range(3, ~0U, 0);
    execve(path, arguments, environment);
    _exit(127);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (process > 0) prepare_master(*master);
  return process;
}

bool pty_open(int columns, int rows, int *master, int *slave) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  if (openpty(master, slave, NULL, NULL, &size) < 0) return false;
  prepare_master(*master);
  fcntl(*slave, F_SETFD, FD_CLOEXEC);
  return true;
}

bool pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size) == 0;
}

int pty_process_descriptor(pid_t process) {
  int descriptor = pidfd_open(process, 0);
  if (descriptor >= 0) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  return descriptor;
}

pty_end pty_poll_end(pid_t process) {
  int status;
  pid_t result = waitpid(process, &status, WNOHANG);
  if (result != process) return (pty_end){.has_ended = false};
  if (WIFSIGNALED(status)) return (pty_end){true, -1, WTERMSIG(status)};
  return (pty_end){true, WEXITSTATUS(status), 0};
}

bool pty_signal_foreground(int master, int number) {
  pid_t group = tcgetpgrp(master);
  return group > 0 && kill(-group, number) == 0;
}
