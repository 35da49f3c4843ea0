#pragma once

#include "reading/pack.h"

namespace waymark {

/// Checks that each language of a pack words all that the page shows, and nothing that the pack does not have.
/// A bundle is read without texts: there is nothing to check then.
void check_texts(const Pack& pack, Reporter& reporter);

}  // namespace waymark
