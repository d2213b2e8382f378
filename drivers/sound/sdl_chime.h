// SPDX-License-Identifier: Apache-2.0
// Implements Chime with the sound of SDL2, which finds ALSA, PulseAudio or PipeWire by itself.
//
// A thread of its own opens the sound device for each chime and closes it again, because that may take
// seconds, and because an open device wakes the machine hundreds of times a second for silence. In between
// the thread sleeps. It starts by opening the device once: what is wrong is known before the first chime.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "firmware/ports/chime.h"

namespace tertulia {

class SdlChime final : public Chime {
 public:
  // `complain` is called by the thread with a sentence and its cure when the device cannot be used: once,
  // until it could be used again. It must outlive the chime.
  using Complain = std::function<void(const std::string& message)>;
  explicit SdlChime(Complain complain);
  ~SdlChime() override;  // waits for the thread: at most for as long as the device takes to open

  void ring(ChimeKind kind) override;

 private:
  class Worker;
  std::unique_ptr<Worker> worker_;
};

}  // namespace tertulia
