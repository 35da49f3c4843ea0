#pragma once

// The boundary of the standalone module: a handful of C functions over UTF-8 JSON in linear memory,
// and for a questionnaire the form that it is compiled to.
//
// A caller allocates, writes its text, calls, reads the result, and releases what it allocated. The result belongs to
// the module and stands until the next call of a function that has one. Bad input of any kind yields
// {"diagnostics": [...]}, never a trap. Lengths are in bytes; texts need no terminator.

#include <cstddef>
#include <cstdint>

extern "C" {

/// Room for `size` bytes, or a null pointer where there is none.
unsigned char* waymark_allocate(std::size_t size);

/// Gives back what waymark_allocate gave, and nothing else.
void waymark_release(unsigned char* room);

/// Opens a questionnaire: the bytes of the model.bin that `waymark bundle` wrote, at most 8 MiB. The result is
/// {"diagnostics": [...]}. Returns a handle, or 0 if it is refused, as bytes are that were changed or are of another
/// version.
std::uint32_t waymark_open(const char* model, std::size_t size);

/// Forgets the pack of a handle. Handles are not given twice; closing one that is not open does nothing.
void waymark_close(std::uint32_t handle);

/// Assesses a request of at most 1 MiB, {"today": "YYYY-MM-DD", "answers": {...}}. The result is the assessment, or
/// {"diagnostics": [...]} alone if the handle is not open or the request itself cannot be used.
///
/// "interview" says how the next question is picked: "full" (as when it is absent), in the pack's order, or "quick",
/// the one that is expected to change most, until none is worth its while.
///
/// "detail" says which programmes to explain: "all" (as when it is absent), a whole number N for the first N in order
/// of suggestion, or a list of programme ids, of which those that the pack does not have are told as diagnostics. The
/// others stand in their places with "id", "verdict", "status" and "fit" {"low", "high", "likely", "may_be_null"}.
void waymark_assess(std::uint32_t handle, const char* request, std::size_t size);

/// Writes a save file, from a request as waymark_assess takes it. The result is {"file": its text, "diagnostics":
/// [...]}, the diagnostics saying which answers could not be used and are not in it, or {"diagnostics": [...]} alone if
/// there is no file.
void waymark_encode(std::uint32_t handle, const char* request, std::size_t size);

/// Reads a save file of at most 256 KiB: a request of at most 1 MiB, {"today": "YYYY-MM-DD", "file": its text}, without
/// "today" at the day on which it was saved. The result is {"answers": {...}, "saved": "YYYY-MM-DD", "version": of the
/// pack that saved it, "dropped": [...], "diagnostics": []}, each of the dropped a diagnostic that says why an answer
/// is left out, or {"diagnostics": [...]} alone if the file is refused.
void waymark_decode(std::uint32_t handle, const char* request, std::size_t size);

/// Compares a person at two times: a request of at most 1 MiB, {"before": {"today": ..., "answers": ...}, "after":
/// {...}}. The result is the comparison, or {"diagnostics": [...]} alone.
void waymark_compare(std::uint32_t handle, const char* request, std::size_t size);

/// The text of the last result and its length. A call may grow the memory: take its buffer anew before reading.
const char* waymark_result();
std::size_t waymark_result_size();
}
