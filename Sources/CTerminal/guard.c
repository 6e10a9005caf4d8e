// The signals of a terminal program. A handler here only sets flags and wakes the main thread, or, when
// the process is about to die, brings the terminal back with bytes that were prepared beforehand.

#include "CTerminal.h"
#include "output.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/syscall.h>
#include <termios.h>

/// Signals that ask the program to end, that ask something of the main thread, and that kill.
static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};
static const int notice_signals[] = {SIGWINCH, SIGTSTP, SIGCONT};
static const int crash_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
#define COUNT(array) (sizeof(array) / sizeof *(array))

/// Enough for the handlers here and for the one of Swift's backtracer that they call.
static char alternate_stack[64 * 1024];

static struct sigaction previous[NSIG];
static bool is_taken[NSIG];
static bool is_installed;

static int input_descriptor, output_descriptor, wakeup_descriptor;
static struct termios original_modes;
static char restore_bytes[2048];
static size_t restore_length;

static atomic_bool is_armed;
static atomic_uint notices;
static atomic_int ending_signal;
static atomic_int crashed_thread;

/// Brings the screen and the terminal's modes back; does nothing the second time.
static void restore_terminal(void) {
  if (!atomic_exchange(&is_armed, false)) return;
  terminal_write_all(output_descriptor, restore_bytes, restore_length);
  // A process in the background would be stopped for changing the modes, and never die.
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  // Not TCSAFLUSH: it waits for the output to be read, and a terminal that is gone reads nothing.
  tcsetattr(input_descriptor, TCSANOW, &original_modes);
  tcflush(input_descriptor, TCIFLUSH);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/// Dies of a signal as if it had never been handled.
static void die_of(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
  sigset_t unblocked;
  sigemptyset(&unblocked);
  sigaddset(&unblocked, number);
  pthread_sigmask(SIG_UNBLOCK, &unblocked, NULL);
  raise(number);
}

static void handle_ending(int number) {
  int saved_errno = errno;
  int first = 0;
  if (atomic_compare_exchange_strong(&ending_signal, &first, number)) {
    terminal_wakeup_post(wakeup_descriptor);
  } else if (!(first == SIGHUP && number == SIGHUP)) {
    // Twice means now; but one hangup is reported by the kernel and by the shell.
    restore_terminal();
    terminal_errors_release();
    die_of(number);
  }
  errno = saved_errno;
}

static void handle_notice(int number) {
  unsigned notice = number == SIGWINCH  ? TERMINAL_NOTICE_RESIZED
                    : number == SIGTSTP ? TERMINAL_NOTICE_STOP
                                        : TERMINAL_NOTICE_CONTINUED;
  atomic_fetch_or(&notices, notice);
  terminal_wakeup_post(wakeup_descriptor);
}

static void handle_crash(int number, siginfo_t *info, void *context) {
  int thread = (int)syscall(SYS_gettid);
  int first = 0;
  if (!atomic_compare_exchange_strong(&crashed_thread, &first, thread)) {
    // A second thread waits for the first to end the process; a crash in the handler ends it now.
    while (first != thread) pause();
    die_of(number);
    return;
  }
  restore_terminal();
  terminal_errors_release();
  const struct sigaction *before = &previous[number];
  if ((before->sa_flags & SA_SIGINFO) != 0 && before->sa_sigaction != NULL) {
    before->sa_sigaction(number, info, context);
  } else if (before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN) {
    before->sa_handler(number);
  }
  // A fault of the processor comes again when the instruction is repeated, a signal that was sent does
  // not: here the process dies of either, with the status that the signal gives it.
  die_of(number);
}

/// Takes a signal over, unless the process was started with it ignored.
static void take(int number, const struct sigaction *action) {
  struct sigaction before;
  if (sigaction(number, NULL, &before) < 0) return;
  if ((before.sa_flags & SA_SIGINFO) == 0 && before.sa_handler == SIG_IGN) return;
  previous[number] = before;
  is_taken[number] = sigaction(number, action, NULL) == 0;
}

static void prepare_alternate_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE) == 0 &&
      current.ss_size >= sizeof alternate_stack)
    return;
  stack_t ours = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&ours, NULL);
}

bool terminal_guard_install(int input, int output, int wakeup) {
  if (is_installed || tcgetattr(input, &original_modes) < 0) return false;
  is_installed = true;
  input_descriptor = input;
  output_descriptor = output;
  wakeup_descriptor = wakeup;
  atomic_store(&is_armed, false);
  atomic_store(&notices, 0);
  atomic_store(&ending_signal, 0);
  atomic_store(&crashed_thread, 0);
  prepare_alternate_stack();

  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  action.sa_handler = handle_ending;
  for (size_t index = 0; index < COUNT(ending_signals); index++) take(ending_signals[index], &action);
  action.sa_handler = handle_notice;
  for (size_t index = 0; index < COUNT(notice_signals); index++) take(notice_signals[index], &action);
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  action.sa_sigaction = handle_crash;
  for (size_t index = 0; index < COUNT(crash_signals); index++) take(crash_signals[index], &action);
  return true;
}

void terminal_guard_arm(const void *bytes, size_t length) {
  atomic_store(&is_armed, false);
  restore_length = length < sizeof restore_bytes ? length : sizeof restore_bytes;
  memcpy(restore_bytes, bytes, restore_length);
  atomic_store(&is_armed, true);
}

void terminal_guard_disarm(void) { atomic_store(&is_armed, false); }

void terminal_guard_remove(bool ignoring_hangup) {
  if (!is_installed) return;
  atomic_store(&is_armed, false);
  for (int number = 1; number < NSIG; number++) {
    if (is_taken[number]) sigaction(number, &previous[number], NULL);
    is_taken[number] = false;
  }
  if (ignoring_hangup) signal(SIGHUP, SIG_IGN);
  is_installed = false;
}

uint32_t terminal_guard_take(uint32_t mask) { return atomic_fetch_and(&notices, ~mask) & mask; }

int terminal_guard_ending_signal(void) { return atomic_load(&ending_signal); }

void terminal_guard_stop_process_group(void) {
  // Ignored from the start: whoever started the program has no job control to continue it with.
  if (!is_taken[SIGTSTP]) return;
  struct sigaction by_default, ours;
  memset(&by_default, 0, sizeof by_default);
  by_default.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &by_default, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
