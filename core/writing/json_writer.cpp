#include "writing/json_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waymark {
namespace {

constexpr std::size_t least_room = 32'768;  // of what most assessments take

}  // namespace

void JsonWriter::put(std::string_view text, Form form) {
  if (indent_) begin_line();
  const std::size_t needed = text.size() + std::string_view(",\"\":").size();
  if (room_size_ - size_ < needed) make_room(needed);
  char* at = room_.get() + size_;
  if (comma_) *at++ = ',';
  if (form != Form::raw) *at++ = '"';
  at = std::copy(text.begin(), text.end(), at);
  if (form != Form::raw) *at++ = '"';
  if (form == Form::key) *at++ = ':';
  size_ = static_cast<std::size_t>(at - room_.get());
  comma_ = form != Form::key;
}

// No string that grows: it would fill all of its room with zeros before anything is written there.
void JsonWriter::make_room(std::size_t needed) {
  const std::size_t size = std::max(least_room, 2 * room_size_ + needed);
  std::unique_ptr<char[]> room(new char[size]);
  std::copy_n(room_.get(), size_, room.get());
  room_ = std::move(room);
  room_size_ = size;
}

std::string JsonWriter::take() {
  std::string taken(room_.get(), size_);
  *this = {};
  return taken;
}

JsonWriter& JsonWriter::line(std::size_t indent) {
  indent_ = indent;
  return *this;
}

void JsonWriter::begin_line() {
  const std::string start = (comma_ ? ",\n" : "\n") + std::string(*indent_, ' ');
  indent_.reset();
  comma_ = false;
  put(start, Form::raw);
  comma_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  put({&bracket, 1}, Form::raw);
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  comma_ = false;
  return raw({&bracket, 1});
}

JsonWriter& JsonWriter::key(std::string_view name) {
  put(name, Form::key);
  return *this;
}

JsonWriter& JsonWriter::text_key(std::string_view name) { return key(escaped(name)); }

JsonWriter& JsonWriter::text(std::string_view value) { return word(escaped(value)); }

JsonWriter& JsonWriter::word(std::string_view value) {
  put(value, Form::text);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  std::array<char, 20> digits = {};  // as many as the lowest has, with its sign
  char* const end = digits.data() + digits.size();
  char* first = end;
  std::uint64_t left = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  do {
    *--first = static_cast<char>('0' + left % 10);
    left /= 10;
  } while (left > 0);
  if (value < 0) *--first = '-';
  return raw({first, static_cast<std::size_t>(end - first)});
}

JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  put(json, Form::raw);
  return *this;
}

std::string JsonWriter::escaped(std::string_view value) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  for (const char c : value) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += hex[static_cast<unsigned char>(c) >> 4];
          out += hex[c & 0xF];
        } else {
          out += c;
        }
    }
  }
  return out;
}

}  // namespace waymark
