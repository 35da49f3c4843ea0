#pragma once

// The boundary of the standalone module: a handful of C functions over UTF-8 JSON in linear memory.
//
// A caller allocates, writes its text, calls, reads the result, and releases what it allocated. The result belongs to
// the module and stands until the next call of waymark_open or waymark_assess. Bad input of any kind yields
// {"diagnostics": [...]}, never a trap. Lengths are in bytes; texts need no terminator.

#include <cstddef>
#include <cstdint>

extern "C" {

/// Room for `size` bytes, or a null pointer where there is none.
unsigned char* waymark_allocate(std::size_t size);

/// Gives back what waymark_allocate gave, and nothing else.
void waymark_release(unsigned char* room);

/// Opens a bundle of at most 8 MiB. The result is {"diagnostics": [...]}. Returns a handle, or 0 if it is refused.
std::uint32_t waymark_open(const char* bundle, std::size_t size);

/// Forgets the pack of a handle. Handles are not given twice; closing one that is not open does nothing.
void waymark_close(std::uint32_t handle);

/// Assesses a request of at most 1 MiB, {"today": "YYYY-MM-DD", "answers": {...}}. The result is the assessment, or
/// {"diagnostics": [...]} alone if the handle is not open or the request itself cannot be used.
void waymark_assess(std::uint32_t handle, const char* request, std::size_t size);

/// The text of the last result and its length. A call may grow the memory: take its buffer anew before reading.
const char* waymark_result();
std::size_t waymark_result_size();
}
