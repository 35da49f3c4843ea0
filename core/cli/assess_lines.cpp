#include "cli/assess_lines.h"

#include <condition_variable>
#include <csignal>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/assess_text.h"
#include "cli/commands.h"
#include "cli/interruption.h"
#include "cli/line_batch.h"
#include "cli/terminal.h"
#include "model/limits.h"
#include "writing/diagnostics_writer.h"

namespace waymark {
namespace {

/// Batches on their way at once, for each job: enough that none waits for another that takes long.
constexpr std::size_t batches_a_job = 4;

/// As shells know the end by a signal.
constexpr int ended_by(int signal) { return 128 + signal; }

struct Task {
  const Model& model;
  const Date& today;
  const AssessmentOptions& options;
};

Outcome refuse_long_line() {
  Diagnostic diagnostic;
  diagnostic.code = DiagnosticCode::too_large;
  diagnostic.message = "a line longer than " + std::to_string(longest_line >> 20) + " MiB";
  return {write_diagnostics({diagnostic}), {diagnostic}, false};
}

void assess_batch(const Task& task, LineBatch& batch) {
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    const LineBatch::Line& line = batch.lines[i];
    const Outcome outcome =
        line.too_long ? refuse_long_line()
                      : assess_text(task.model, {{}, std::string(batch.text_of(line))}, task.today, task.options);
    batch.output += outcome.json;
    batch.output += '\n';
    if (!outcome.assessed)
      batch.complaints +=
          "waymark: line " + std::to_string(batch.first_number + i) + " is not a JSON object of answers\n";
  }
}

/// How the whole input fared, told batch by batch.
class Course {
 public:
  /// Writes what is said of a batch; false where no more can be written.
  bool write(const LineBatch& batch) {
    sound_ = sound_ && batch.complaints.empty();
    outcome_ = writer_.write(batch);
    return outcome_ == Written::whole;
  }

  [[nodiscard]] int status(const LineReader& reader) const {
    if (outcome_ == Written::nobody_reads) return ended_by(SIGPIPE);
    if (is_interrupted()) return ended_by(SIGINT);
    if (outcome_ == Written::failed) print_failure("could not write all of the output");
    if (reader.failed()) print_failure("could not read all of the input");
    if (outcome_ == Written::failed || reader.failed()) return misuse;
    return sound_ ? success : faulty_input;
  }

 private:
  LineWriter writer_;
  Written outcome_ = Written::whole;
  bool sound_ = true;
};

/// Batches that go round: read by one thread, assessed by several, and written by one in the order in which they were
/// read. There are only so many, so whoever is ahead waits.
class Round {
 public:
  explicit Round(std::size_t places) : places_(places) {}

  /// A place to read into; nothing once no more is wanted.
  LineBatch* to_read() {
    return wait([&] { return read_ - written_ < places_.size(); }) ? &place(read_).batch : nullptr;
  }
  void has_read() {
    change([&] { place(read_++).assessed = false; });
  }
  void no_more() {
    change([&] { complete_ = true; });
  }

  LineBatch* to_assess() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || taken_ < read_ || complete_; });
    return stopped_ || taken_ == read_ ? nullptr : &place(taken_++).batch;
  }
  void has_assessed(const LineBatch& batch) {
    change([&] {
      for (Place& each : places_)
        if (&each.batch == &batch) each.assessed = true;
    });
  }

  LineBatch* to_write() {
    std::unique_lock lock(mutex_);
    const auto next_is_ready = [&] { return written_ < read_ && place(written_).assessed; };
    changed_.wait(lock, [&] { return stopped_ || next_is_ready() || (complete_ && written_ == read_); });
    return !stopped_ && next_is_ready() ? &place(written_).batch : nullptr;
  }
  void has_written() {
    change([&] { ++written_; });
  }

  /// Everybody leaves: what is not written yet will not be.
  void stop() {
    change([&] { stopped_ = true; });
  }

 private:
  struct Place {
    LineBatch batch;
    bool assessed = false;
  };

  Place& place(std::size_t number) { return places_[number % places_.size()]; }

  template <typename Condition>
  bool wait(Condition condition) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || condition(); });
    return !stopped_;
  }

  template <typename Change>
  void change(Change change) {
    {
      const std::lock_guard lock(mutex_);
      change();
    }
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Place> places_;
  std::size_t read_ = 0;  ///< batches so far
  std::size_t taken_ = 0;
  std::size_t written_ = 0;
  bool complete_ = false;
  bool stopped_ = false;
};

void run_in_turn(const Task& task, LineReader& reader, Course& course) {
  LineBatch batch;
  while (reader.next(batch)) {
    assess_batch(task, batch);
    if (!course.write(batch)) return;
  }
}

void run_at_once(const Task& task, unsigned jobs, LineReader& reader, Course& course) {
  Round round(jobs * batches_a_job);
  std::vector<std::thread> workers;
  for (unsigned job = 0; job < jobs; ++job)
    workers.emplace_back([&] {
      while (LineBatch* batch = round.to_assess()) {
        assess_batch(task, *batch);
        round.has_assessed(*batch);
      }
    });
  std::thread writer([&] {
    while (const LineBatch* batch = round.to_write()) {
      if (!course.write(*batch)) return round.stop();
      round.has_written();
    }
  });
  for (LineBatch* batch = round.to_read(); batch != nullptr && reader.next(*batch); batch = round.to_read())
    round.has_read();
  if (is_interrupted()) round.stop();
  else round.no_more();
  for (std::thread& worker : workers) worker.join();
  writer.join();
}

}  // namespace

int assess_lines(const Model& model, const Date& today, const AssessmentOptions& options, unsigned jobs) {
  const Task task = {model, today, options};
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  notice_interruption();
  LineReader reader;
  Course course;
  if (jobs == 1) run_in_turn(task, reader, course);
  else run_at_once(task, jobs, reader, course);
  return course.status(reader);
}

}  // namespace waymark
