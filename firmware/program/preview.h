// SPDX-License-Identifier: Apache-2.0
// Draws a form as a kiosk will show it, before a visit: for whoever writes it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tertulia {

struct PreviewOptions {
  std::filesystem::path form;  // a form file, or a visit pack with forms
  std::filesystem::path folder = "preview";
  std::vector<std::string> sizes = {"1280x800"};
};

// The command `tertulia preview FORM`: says what was read and what is wrong, and draws every page of every
// form in each of its languages and each size, those with a condition too: `FORM-PAGE-LANGUAGE-SIZE.png`, and
// `index.html` to look at them side by side. Returns the exit code: that of `tertulia check`, or 1 when
// pictures cannot be written.
[[nodiscard]] int preview(const PreviewOptions& options);

}  // namespace tertulia
