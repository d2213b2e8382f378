// SPDX-License-Identifier: Apache-2.0
// Implements Voice with espeak-ng, which has a voice for each of the eight languages. It runs as a child
// process (decision 033), so nothing of it is loaded here and a fault of the sound system cannot stop a
// screen.
//
// A thread starts, ends and reaps the child. Between it and the caller is a mailbox for one request: a new
// text replaces the one before.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/ports/voice.h"

namespace tertulia {

struct EspeakOptions {
  std::string program = "espeak-ng";   // searched in PATH
  std::vector<std::string> arguments;  // before those of the language, for example {"-w", FILE}
};

class EspeakVoice final : public Voice {
 public:
  // Errors: the program is not installed; no descriptors left.
  [[nodiscard]] static Result<std::unique_ptr<EspeakVoice>> open(EspeakOptions options = {});
  ~EspeakVoice() override;  // waits for the thread, not for the end of the speech

  // Speaks up to 4096 bytes of the text.
  void speak(const std::string& text, std::string_view language) override;
  void hush() override;

 private:
  class Worker;
  explicit EspeakVoice(std::unique_ptr<Worker> worker);

  std::unique_ptr<Worker> worker_;
};

}  // namespace tertulia
