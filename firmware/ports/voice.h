// SPDX-License-Identifier: Apache-2.0
// Port: reads a text aloud, for people who cannot read the screen. Off unless the configuration asks for it.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

class Voice {
 public:
  Voice() = default;
  Voice(const Voice&) = delete;
  Voice& operator=(const Voice&) = delete;
  virtual ~Voice() = default;  // stops what is being spoken

  // Speaks the text in that language and stops what is being spoken. A language without a voice is not
  // spoken. Both functions return at once, since the main thread calls them.
  virtual void speak(const std::string& text, std::string_view language) = 0;
  virtual void hush() = 0;
};

}  // namespace tertulia
