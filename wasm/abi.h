#pragma once

// The boundary of the standalone module: a handful of C functions over UTF-8 JSON in linear memory.
//
// A caller allocates, writes its text, calls, reads the result, and releases what it allocated. The result belongs to
// the module and stands until the next call of waymark_open or waymark_assess. Bad input of any kind yields
// {"diagnostics": [...]}, never a trap. Lengths are in bytes; texts need no terminator.

#include <cstddef>

extern "C" {

/// Room for `size` bytes, or a null pointer where there is none.
unsigned char* waymark_allocate(std::size_t size);

/// Gives back what waymark_allocate gave.
void waymark_release(unsigned char* room);

struct WaymarkPack;

/// Opens a bundle. The result is {"diagnostics": [...]}. Null if the bundle is refused.
WaymarkPack* waymark_open(const char* bundle, std::size_t size);

/// Forgets a pack that waymark_open gave.
void waymark_close(WaymarkPack* pack);

/// Assesses a request, {"today": "YYYY-MM-DD", "answers": {...}}. The result is the assessment, or
/// {"diagnostics": [...]} alone if the request itself cannot be used.
void waymark_assess(const WaymarkPack* pack, const char* request, std::size_t size);

/// The text of the last result and its length.
const char* waymark_result();
std::size_t waymark_result_size();
}
