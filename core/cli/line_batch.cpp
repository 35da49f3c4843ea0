#include "cli/line_batch.h"

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <unistd.h>

#include "cli/interruption.h"
#include "model/limits.h"

namespace waymark {
namespace {

constexpr std::size_t read_at_once = 16U << 10;
constexpr std::chrono::milliseconds between_progress(500);

/// Writes all of a text, or when interrupted up to the end of the line that it is at.
Written write_out(std::string_view text) {
  Written outcome = Written::whole;
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t count = ::write(STDOUT_FILENO, text.data() + written, text.size() - written);
    if (count >= 0) written += static_cast<std::size_t>(count);
    else if (errno != EINTR) return errno == EPIPE ? Written::nobody_reads : Written::failed;
    if (!is_interrupted() || outcome == Written::interrupted) continue;
    outcome = Written::interrupted;
    const bool at_line_end = written == 0 || text[written - 1] == '\n';
    text = text.substr(0, at_line_end ? written : text.find('\n', written) + 1);
  }
  return outcome;
}

}  // namespace

// --- reading ---

bool LineReader::read_more(std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + read_at_once);
  ssize_t count = 0;
  do {
    if (!wait_for_input()) {
      text.resize(before);
      return false;
    }
    count = ::read(STDIN_FILENO, text.data() + before, read_at_once);
  } while (count < 0 && errno == EINTR);
  text.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  failed_ = count < 0;
  ended_ = count <= 0;
  return !ended_;
}

bool LineReader::next(LineBatch& batch) {
  batch.input.clear();
  std::swap(batch.input, pending_);
  bool too_long = false;
  while (!ended_) {
    const std::size_t looked_at = batch.input.size();
    if (!read_more(batch.input) && !ended_) return false;
    const std::size_t last_end = std::string_view(batch.input).substr(looked_at).rfind('\n');
    if (last_end != std::string_view::npos) {
      const std::size_t whole = looked_at + last_end + 1;
      pending_.assign(batch.input, whole);
      batch.input.resize(whole);
      cut(batch, too_long);
      return true;
    }
    if (batch.input.size() <= longest_line) continue;
    too_long = true;
    batch.input.clear();
  }
  if (failed_ || (batch.input.empty() && !too_long)) return false;
  batch.input += '\n';
  cut(batch, too_long);
  return true;
}

void LineReader::cut(LineBatch& batch, bool first_too_long) {
  batch.lines.clear();
  batch.output.clear();
  batch.complaints.clear();
  batch.first_number = count_ + 1;
  for (std::size_t begin = 0; begin < batch.input.size();) {
    const std::size_t end = batch.input.find('\n', begin);
    const bool has_return = end > begin && batch.input[end - 1] == '\r';
    const std::size_t size = end - begin - (has_return ? 1 : 0);
    batch.lines.push_back({begin, size, size > longest_line || (begin == 0 && first_too_long)});
    begin = end + 1;
  }
  count_ += batch.lines.size();
}

// --- writing ---

LineWriter::LineWriter() : on_terminal_(isatty(STDERR_FILENO) == 1), started_(Clock::now()), last_shown_(started_) {}

LineWriter::~LineWriter() {
  if (!on_terminal_) return;
  show_progress();
  std::cerr << '\n';
}

Written LineWriter::write(const LineBatch& batch) {
  const Written outcome = write_out(batch.output);
  if (outcome == Written::whole) written_ += batch.lines.size();
  if (!batch.complaints.empty()) {
    clear_progress();
    std::cerr << batch.complaints << std::flush;
  }
  if (on_terminal_ && Clock::now() - last_shown_ >= between_progress) show_progress();
  return outcome;
}

void LineWriter::show_progress() {
  last_shown_ = Clock::now();
  const std::chrono::duration<double> taken = last_shown_ - started_;
  clear_progress();
  std::cerr << written_ << " lines, " << static_cast<std::size_t>(static_cast<double>(written_) / taken.count())
            << " a second" << std::flush;
  shown_ = true;
}

void LineWriter::clear_progress() {
  if (shown_) std::cerr << "\r\x1b[K";
  shown_ = false;
}

}  // namespace waymark
