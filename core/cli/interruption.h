#pragma once

namespace waymark {

/// From now on an interruption (Ctrl-C) is noticed instead of ending the program at once; a second one ends it.
void notice_interruption();

[[nodiscard]] bool is_interrupted();

/// Waits until standard input has something to read, or its end; false if interrupted.
[[nodiscard]] bool wait_for_input();

}  // namespace waymark
