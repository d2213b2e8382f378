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

// Languages come out of files of other people: none may look like an option.
bool is_language(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
  return text.size() >= 2 && text.size() <= 16 && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

// The mailbox and the thread at its other end.
class EspeakVoice::Orders {
 public:
  Orders(EspeakOptions options, Descriptor wake)
      : options_(std::move(options)), wake_(std::move(wake)), thread_([this] { serve(); }) {}
  ~Orders() {
    put({}, Wish::kEnd);
    thread_.join();
  }
  Orders(const Orders&) = delete;
  Orders& operator=(const Orders&) = delete;

  void speak(const std::string& text, std::string_view language) {
    put(HubCommand{text, std::string(language)}, Wish::kSpeak);
  }
  void hush() { put({}, Wish::kHush); }

 private:
  struct HubCommand {
    std::string text;
    std::string language;
  };
  enum class Wish { kNothing, kSpeak, kHush, kEnd };

  void put(HubCommand order, Wish wish) {
    const std::lock_guard lock(mutex_);
    if (wish == Wish::kHush && !is_busy_) return;  // a finger on a silent screen wakes no thread
    order_ = std::move(order);
    wish_ = wish;
    is_busy_ = wish == Wish::kSpeak;
    const std::uint64_t one = 1;
    (void)!::write(wake_.get(), &one, sizeof one);
  }

  std::pair<HubCommand, Wish> take() {
    const std::lock_guard lock(mutex_);
    std::uint64_t ignored = 0;
    (void)!::read(wake_.get(), &ignored, sizeof ignored);
    return {std::exchange(order_, {}), std::exchange(wish_, Wish::kNothing)};
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
        const auto [order, wish] = take();
        if (wish != Wish::kNothing) speaker.reset();
        if (wish == Wish::kEnd) return;
        if (wish == Wish::kSpeak) speaker = start(order);
      }
      if (!speaker) note_silence();
    }
  }

  [[nodiscard]] std::optional<Speaker> start(const HubCommand& order) const {
    std::vector<std::string> command{options_.program};
    command.insert(command.end(), options_.arguments.begin(), options_.arguments.end());
    command.insert(command.end(), {"-v", order.language, "-b", "1", "--stdin"});  // 1: UTF-8
    auto started = Speaker::start(std::move(command), order.text);
    // It was there at the start: who took it away since hears nothing, and everything else goes on.
    if (!started.ok()) return std::nullopt;
    return std::move(started).value();
  }

  const EspeakOptions options_;
  const Descriptor wake_;
  std::mutex mutex_;
  HubCommand order_;            // guarded by mutex_, as what follows
  Wish wish_ = Wish::kNothing;  // the newest that the thread has not seen
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
      new EspeakVoice(std::make_unique<Orders>(std::move(options), std::move(wake))));
}

EspeakVoice::EspeakVoice(std::unique_ptr<Orders> orders) : orders_(std::move(orders)) {}

EspeakVoice::~EspeakVoice() = default;

void EspeakVoice::speak(const std::string& text, std::string_view language) {
  if (is_language(language) && !text.empty()) return orders_->speak(text, language);
  orders_->hush();
}

void EspeakVoice::hush() { orders_->hush(); }

}  // namespace tertulia
