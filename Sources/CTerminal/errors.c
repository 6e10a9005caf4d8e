// Standard error while the screen is open. Everything here but the capture itself may run in a signal
// handler: plain system calls on static storage.

#include "CTerminal.h"
#include "output.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

/// How much of what was captured is kept.
static const off_t kept_limit = 1 << 20;

/// Where standard error went before, and where it goes now; -1 while nothing is captured.
static atomic_int original = -1;
static atomic_int captured = -1;
/// How many bytes the bound has cut away.
static atomic_llong cut = 0;

bool terminal_errors_capture(void) {
  // A standard error that goes to a file or a pipe never lands on the screen.
  if (atomic_load(&captured) >= 0 || !isatty(STDERR_FILENO)) return false;
  int memory = memfd_create("standard-error", MFD_CLOEXEC);
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  // Appending, so that text written after the bound has cut goes to the end that is then.
  if (memory < 0 || copy < 0 || fcntl(memory, F_SETFL, O_APPEND) < 0) {
    if (memory >= 0) close(memory);
    if (copy >= 0) close(copy);
    return false;
  }
  atomic_store(&cut, 0);
  atomic_store(&original, copy);
  atomic_store(&captured, memory);
  dup2(memory, STDERR_FILENO);
  return true;
}

void terminal_errors_bound(void) {
  int memory = atomic_load(&captured);
  struct stat status;
  if (memory < 0 || fstat(memory, &status) < 0 || status.st_size <= kept_limit) return;
  if (ftruncate(memory, kept_limit) == 0) atomic_fetch_add(&cut, status.st_size - kept_limit);
}

/// Writes how many bytes are missing; printf may not be called here.
static void report_cut(int descriptor, long long count) {
  char digits[24];
  size_t start = sizeof digits;
  do {
    digits[--start] = (char)('0' + count % 10);
    count /= 10;
  } while (count > 0);
  static const char before[] = "\n[", after[] = " more bytes of standard error were left out]\n";
  terminal_write_all(descriptor, before, sizeof before - 1);
  terminal_write_all(descriptor, digits + start, sizeof digits - start);
  terminal_write_all(descriptor, after, sizeof after - 1);
}

void terminal_errors_release(void) {
  terminal_errors_bound();
  int memory = atomic_exchange(&captured, -1);
  int copy = atomic_exchange(&original, -1);
  if (memory < 0 || copy < 0) return;
  dup2(copy, STDERR_FILENO);
  char chunk[4096];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(memory, chunk, sizeof chunk, offset)) > 0) {
    terminal_write_all(copy, chunk, (size_t)count);
    offset += count;
  }
  long long missing = atomic_exchange(&cut, 0);
  if (missing > 0) report_cut(copy, missing);
  close(memory);
  close(copy);
}
