// SPDX-License-Identifier: Apache-2.0
#include "drivers/sound/sdl_chime.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <SDL.h>

#include "drivers/sound/chime_tones.h"
#include "firmware/domain/result.h"

namespace tertulia {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr SteadyClock::duration kLatest = 2s;          // a device that takes longer to open rings nothing
constexpr SteadyClock::duration kLongest = 5s;         // a device that stops in the middle is given up
constexpr SteadyClock::duration kBetweenLooks = 50ms;  // whether it has rung to its end
constexpr Uint16 kBufferSamples = 2048;

// The sound of SDL without the rest of it: SDL_InitSubSystem() would also start its events, which belong to
// the thread of the window.
class Sound {
 public:
  Sound() : is_open_(SDL_AudioInit(nullptr) == 0) {}
  ~Sound() {
    if (is_open_) SDL_AudioQuit();
  }
  Sound(const Sound&) = delete;
  Sound& operator=(const Sound&) = delete;
  [[nodiscard]] bool is_open() const { return is_open_; }

 private:
  bool is_open_;
};

class SoundDevice {
 public:
  SoundDevice() {
    SDL_AudioSpec wanted{};
    wanted.freq = kChimeRate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = kBufferSamples;
    id_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  }
  ~SoundDevice() {
    if (id_ != 0) SDL_CloseAudioDevice(id_);
  }
  SoundDevice(const SoundDevice&) = delete;
  SoundDevice& operator=(const SoundDevice&) = delete;

  [[nodiscard]] bool is_open() const { return id_ != 0; }
  [[nodiscard]] bool starts(const std::vector<std::int16_t>& samples) const {
    const auto bytes = static_cast<Uint32>(samples.size() * sizeof(std::int16_t));
    if (SDL_QueueAudio(id_, samples.data(), bytes) != 0) return false;
    SDL_PauseAudioDevice(id_, 0);
    return true;
  }
  [[nodiscard]] bool rings() const { return SDL_GetQueuedAudioSize(id_) > 0; }
  void stop() const { SDL_ClearQueuedAudio(id_); }

 private:
  SDL_AudioDeviceID id_ = 0;
};

Error what_is_wrong() {
  return {"The chime cannot ring: " + std::string(SDL_GetError()) +
          ". Plug in a loudspeaker, and let the program use it: with systemd, see the last lines of "
          "tertulia.service. Or write chime = false."};
}

}  // namespace

class SdlChime::Worker {
 public:
  explicit Worker(Complain complain) : complain_(std::move(complain)), thread_([this] { serve(); }) {}
  ~Worker() {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void ring(ChimeKind kind) {
    {
      const std::lock_guard lock(mutex_);
      if (request_) return;
      request_ = Request{kind, SteadyClock::now()};
    }
    changed_.notify_one();
  }

 private:
  struct Request {
    ChimeKind kind;
    SteadyClock::time_point asked;
  };

  void serve() {
    report(try_out());
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return ends_ || request_; });
      if (ends_) break;
      const Request request = *request_;  // it stays there while it rings
      lock.unlock();
      report(play(request));
      lock.lock();
      request_.reset();
    }
    SDL_TLSCleanup();  // the text of the last error, of this thread
  }

  static Outcome try_out() {
    const Sound sound;
    if (!sound.is_open()) return what_is_wrong();
    const SoundDevice device;
    if (!device.is_open()) return what_is_wrong();
    return Done{};
  }

  Outcome play(const Request& request) {
    const Sound sound;
    if (!sound.is_open()) return what_is_wrong();
    const SoundDevice device;
    if (!device.is_open()) return what_is_wrong();
    const auto start = SteadyClock::now();
    if (start - request.asked > kLatest) return Done{};
    if (!device.starts(chime_samples(request.kind))) return what_is_wrong();
    std::unique_lock lock(mutex_);
    while (!ends_ && device.rings() && SteadyClock::now() - start < kLongest)
      changed_.wait_for(lock, kBetweenLooks, [this] { return ends_; });
    if (ends_) device.stop();
    return Done{};
  }

  void report(const Outcome& outcome) {
    if (!outcome.ok() && !has_complained_) complain_(outcome.error().message);
    has_complained_ = !outcome.ok();
  }

  const Complain complain_;
  bool has_complained_ = false;  // of the thread
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Request> request_;  // mutex_ guards this and the next
  bool ends_ = false;
  std::thread thread_;  // last: it uses all of the above
};

SdlChime::SdlChime(Complain complain) : worker_(std::make_unique<Worker>(std::move(complain))) {}

SdlChime::~SdlChime() = default;

void SdlChime::ring(ChimeKind kind) { worker_->ring(kind); }

}  // namespace tertulia
