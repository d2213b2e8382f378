// SPDX-License-Identifier: Apache-2.0
#include "drivers/speech/espeak_voice.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "drivers/speech/speaker.h"

namespace tertulia {
namespace {

bool is_installed(const std::string& program) {
  if (program.find('/') != std::string::npos) return access(program.c_str(), X_OK) == 0;
  const char* path = std::getenv("PATH");
  std::istringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');)
    if (access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
  return false;
}

// The language comes from a foreign file: it must not look like an option of the program.
bool is_language(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
  return text.size() >= 2 && text.size() <= 16 && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

// The mailbox and the thread that reads it.
class EspeakVoice::Worker {
 public:
  Worker(EspeakOptions options, Descriptor wake)
      : options_(std::move(options)), wake_(std::move(wake)), thread_([this] { serve(); }) {}
  ~Worker() {
    put({}, Wish::kEnd);
    thread_.join();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void speak(const std::string& text, std::string_view language) {
    put(SpeechRequest{text, std::string(language)}, Wish::kSpeak);
  }
  void hush() { put({}, Wish::kHush); }

 private:
  struct SpeechRequest {
    std::string text;
    std::string language;
  };
  enum class Wish { kNothing, kSpeak, kHush, kEnd };

  void put(SpeechRequest request, Wish wish) {
    const std::lock_guard lock(mutex_);
    if (wish == Wish::kHush && !is_busy_) return;  // a touch on a silent screen wakes no thread
    request_ = std::move(request);
    wish_ = wish;
    is_busy_ = wish == Wish::kSpeak;
    const std::uint64_t one = 1;
    (void)!::write(wake_.get(), &one, sizeof one);
  }

  std::pair<SpeechRequest, Wish> take() {
    const std::lock_guard lock(mutex_);
    std::uint64_t ignored = 0;
    (void)!::read(wake_.get(), &ignored, sizeof ignored);
    return {std::exchange(request_, {}), std::exchange(wish_, Wish::kNothing)};
  }

  void note_silence() {
    const std::lock_guard lock(mutex_);
    if (wish_ == Wish::kNothing) is_busy_ = false;
  }

  void serve() {
    std::optional<Speaker> speaker;
    for (;;) {
      std::array<pollfd, 2> waiting{
          {{wake_.get(), POLLIN, 0}, {speaker ? speaker->end_descriptor() : -1, POLLIN, 0}}};
      if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;
      if (waiting[1].revents != 0) speaker.reset();
      if (waiting[0].revents != 0) {
        const auto [request, wish] = take();
        if (wish != Wish::kNothing) speaker.reset();
        if (wish == Wish::kEnd) return;
        if (wish == Wish::kSpeak) speaker = start(request);
      }
      if (!speaker) note_silence();
    }
  }

  [[nodiscard]] std::optional<Speaker> start(const SpeechRequest& request) const {
    std::vector<std::string> command{options_.program};
    command.insert(command.end(), options_.arguments.begin(), options_.arguments.end());
    command.insert(command.end(), {"-v", request.language, "-b", "1", "--stdin"});  // 1: UTF-8
    auto started = Speaker::start(std::move(command), request.text);
    // The program existed at the start. If it was removed since, nothing is spoken and everything else goes
    // on.
    if (!started.ok()) return std::nullopt;
    return std::move(started).value();
  }

  const EspeakOptions options_;
  const Descriptor wake_;
  std::mutex mutex_;
  SpeechRequest request_;       // mutex_ guards this and the next two
  Wish wish_ = Wish::kNothing;  // the newest one that the thread has not taken
  bool is_busy_ = false;        // speaks, or is about to
  std::thread thread_;          // last: it uses all of the above
};

Result<std::unique_ptr<EspeakVoice>> EspeakVoice::open(EspeakOptions options) {
  if (!is_installed(options.program))
    return Error{options.program +
                 " is not installed: install Debian's package of that name, or set spoken_prompts = false"};
  Descriptor wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!wake.is_open()) return Error{"No descriptor was left for the voice; restart the device."};
  return std::unique_ptr<EspeakVoice>(
      new EspeakVoice(std::make_unique<Worker>(std::move(options), std::move(wake))));
}

EspeakVoice::EspeakVoice(std::unique_ptr<Worker> worker) : worker_(std::move(worker)) {}

EspeakVoice::~EspeakVoice() = default;

void EspeakVoice::speak(const std::string& text, std::string_view language) {
  if (is_language(language) && !text.empty()) return worker_->speak(text, language);
  worker_->hush();
}

void EspeakVoice::hush() { worker_->hush(); }

}  // namespace tertulia
