#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

/// Some lines of input in a row, and what is said of them.
struct LineBatch {
  struct Line {
    std::size_t begin = 0;  ///< in `input`
    std::size_t size = 0;   ///< without its end
    bool too_long = false;  ///< longer than `longest_line`
  };

  std::string input;
  std::vector<Line> lines;
  std::size_t first_number = 1;  ///< of the first of them, from 1
  std::string output;            ///< one line for each
  std::string complaints;        ///< lines for standard error

  [[nodiscard]] std::string_view text_of(const Line& line) const {
    return std::string_view(input).substr(line.begin, line.size);
  }
};

/// Cuts standard input into lines, which end with LF or CR LF, the last also with the input. However long a line is, no
/// more of it is held than `longest_line`.
class LineReader {
 public:
  /// The next whole lines as soon as there are any; false where no more come, or when interrupted.
  [[nodiscard]] bool next(LineBatch& batch);

  /// Standard input could not be read to its end.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  bool read_more(std::string& text);
  void cut(LineBatch& batch, bool first_too_long);

  std::string pending_;  ///< read, but not yet a whole line
  std::size_t count_ = 0;
  bool ended_ = false;
  bool failed_ = false;
};

enum class Written : std::uint8_t { whole, interrupted, nobody_reads, failed };

/// Writes what is said of batches, in the order given. Whole lines alone are written, also when interrupted. On a
/// terminal it shows how far it is.
class LineWriter {
 public:
  LineWriter();
  ~LineWriter();
  LineWriter(const LineWriter&) = delete;
  LineWriter& operator=(const LineWriter&) = delete;

  Written write(const LineBatch& batch);

 private:
  using Clock = std::chrono::steady_clock;

  void show_progress();
  void clear_progress();

  bool on_terminal_;
  bool shown_ = false;
  std::size_t written_ = 0;
  Clock::time_point started_;
  Clock::time_point last_shown_;
};

}  // namespace waymark
