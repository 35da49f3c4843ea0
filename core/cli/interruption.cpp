#include "cli/interruption.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <unistd.h>

namespace waymark {
namespace {

volatile std::sig_atomic_t interrupted = 0;

/// A byte in it wakes whoever waits for input: a signal between looking and waiting would be missed otherwise.
std::array<int, 2> wake = {-1, -1};

extern "C" void interrupt(int) {
  const int before = errno;
  interrupted = 1;
  (void)!write(wake[1], "", 1);
  errno = before;
}

}  // namespace

void notice_interruption() {
  if (wake[0] < 0 && pipe(wake.data()) != 0) return;
  struct sigaction action = {};
  action.sa_handler = interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
}

bool is_interrupted() { return interrupted != 0; }

bool wait_for_input() {
  std::array<pollfd, 2> waited = {pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{wake[0], POLLIN, 0}};
  while (!is_interrupted()) {
    const int ready = poll(waited.data(), waited.size(), -1);
    if (ready > 0 && waited[0].revents != 0) return !is_interrupted();
    if (ready < 0 && errno != EINTR) return true;  // reading will say what is wrong
  }
  return false;
}

}  // namespace waymark
