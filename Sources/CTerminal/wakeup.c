#include "CTerminal.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <unistd.h>

int terminal_wakeup_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void terminal_wakeup_post(int descriptor) {
  int saved_errno = errno;
  uint64_t one = 1;
  // A full counter is readable already, so a failure loses nothing.
  while (write(descriptor, &one, sizeof one) < 0 && errno == EINTR) {
  }
  errno = saved_errno;
}

void terminal_wakeup_clear(int descriptor) {
  uint64_t count;
  while (read(descriptor, &count, sizeof count) < 0 && errno == EINTR) {
  }
}
