// SPDX-License-Identifier: Apache-2.0
// A voice that remembers what it was asked to say.
#pragma once

#include <string>
#include <vector>

#include "firmware/ports/voice.h"

namespace tertulia {

class FakeVoice final : public Voice {
 public:
  void speak(const std::string& text, std::string_view language) override {
    said.push_back({text, std::string(language)});
    is_speaking = true;
  }
  void hush() override { is_speaking = false; }

  struct Saying {
    std::string text;
    std::string language;
  };
  std::vector<Saying> said;
  bool is_speaking = false;
};

}  // namespace tertulia
