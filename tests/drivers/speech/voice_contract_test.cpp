// SPDX-License-Identifier: Apache-2.0
// The contract of every voice, and real sound from the real one: espeak-ng speaks into a pipe with a name.
// While nobody reads it the program waits in the middle of a word, so that no test depends on how fast it
// speaks.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "drivers/speech/espeak_voice.h"
#include "drivers/wait/waiter.h"
#include "tests/fakes/voice.h"

using namespace tertulia;

namespace {

constexpr int kLongest = 60'000;  // milliseconds; only a failing test waits for so long

// A room with a voice in it.
class Room {
 public:
  virtual ~Room() = default;
  virtual Voice& voice() = 0;
  virtual bool hears_sound() = 0;  // waits until something is heard
  virtual bool is_cut_off() = 0;   // waits until the sound ends, without hearing it to its end
  virtual void loses_voice() = 0;
};

class FakeRoom final : public Room {
 public:
  Voice& voice() override { return *voice_; }
  bool hears_sound() override { return voice_->is_speaking; }
  bool is_cut_off() override { return !voice_ || !voice_->is_speaking; }
  void loses_voice() override { voice_.reset(); }

 private:
  std::unique_ptr<FakeVoice> voice_ = std::make_unique<FakeVoice>();
};

class EspeakRoom final : public Room {
 public:
  EspeakRoom() {
    std::string pattern = (std::filesystem::temp_directory_path() / "tertulia-voice-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    EXPECT_EQ(mkfifo(pipe().c_str(), 0600), 0);
    open_ear();
    auto opened = EspeakVoice::open({"espeak-ng", {"-w", pipe()}});
    EXPECT_TRUE(opened.ok()) << opened.error().message;
    if (opened.ok()) voice_ = std::move(opened).value();
  }
  ~EspeakRoom() override {
    voice_.reset();
    std::filesystem::remove_all(folder_);
  }

  Voice& voice() override { return *voice_; }
  void loses_voice() override { voice_.reset(); }

  bool hears_sound() override {
    constexpr int kAudible = 1000;  // of 32767
    for (std::size_t heard = 0;;) {
      const std::size_t count = listen();
      if (count == 0) return false;
      for (std::size_t i = heard == 0 ? kHeader : 0; i + 1 < count; i += 2)
        if (std::abs(sample(i)) > kAudible) return true;
      heard += count;
    }
  }
  // Who does not listen leaves the pipe full, and a full pipe stops a voice in the middle of a word: only one
  // that is no more closes it.
  bool is_cut_off() override {
    pollfd waiting{ear_.get(), 0, 0};
    const bool ended = ::poll(&waiting, 1, kLongest) == 1;
    open_ear();  // one that heard the end hears it again and again
    return ended;
  }
  // Listens to the end.
  bool becomes_silent() {
    std::size_t count = 0;
    while ((count = listen()) != 0 && count != kStillOpen) continue;
    open_ear();
    return count == 0;
  }
  [[nodiscard]] std::size_t heard() const { return heard_; }

 private:
  static constexpr std::size_t kHeader = 44;
  static constexpr std::size_t kStillOpen = SIZE_MAX;

  [[nodiscard]] std::string pipe() const { return folder_ / "sound.wav"; }
  // What the pipe still holds is gone with its last reader.
  void open_ear() {
    ear_ = {};
    ear_ = Descriptor(::open(pipe().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  }
  [[nodiscard]] int sample(std::size_t at) const {
    return static_cast<std::int16_t>(static_cast<unsigned>(block_[at]) | static_cast<unsigned>(block_[at + 1])
                                                                             << 8U);
  }
  // Bytes of sound; 0 at its end, kStillOpen when nothing came.
  std::size_t listen() {
    pollfd waiting{ear_.get(), POLLIN, 0};
    if (::poll(&waiting, 1, kLongest) <= 0) return kStillOpen;
    const ssize_t count = ::read(ear_.get(), block_.data(), block_.size());
    if (count < 0) return kStillOpen;
    heard_ += static_cast<std::size_t>(count);
    return static_cast<std::size_t>(count);
  }

  std::filesystem::path folder_;
  Descriptor ear_;
  std::unique_ptr<EspeakVoice> voice_;
  std::array<std::uint8_t, 4096> block_{};
  std::size_t heard_ = 0;
};

std::string long_text() {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "one more ";
  return text;
}

struct Kind {
  const char* name;
  std::function<std::unique_ptr<Room>()> open;
};

class VoiceContract : public testing::TestWithParam<Kind> {
 protected:
  std::unique_ptr<Room> room = GetParam().open();
};

TEST_P(VoiceContract, what_is_spoken_is_heard) {
  room->voice().speak(long_text(), "en");
  EXPECT_TRUE(room->hears_sound());
}

TEST_P(VoiceContract, it_ends_when_it_is_hushed) {
  room->voice().speak(long_text(), "en");
  ASSERT_TRUE(room->hears_sound());
  room->voice().hush();
  EXPECT_TRUE(room->is_cut_off());
}

TEST_P(VoiceContract, it_speaks_again_after_it_was_hushed) {
  room->voice().speak(long_text(), "en");
  ASSERT_TRUE(room->hears_sound());
  room->voice().hush();
  ASSERT_TRUE(room->is_cut_off());
  room->voice().speak(long_text(), "fr");
  EXPECT_TRUE(room->hears_sound());
}

TEST_P(VoiceContract, to_hush_silence_is_nothing) {
  room->voice().hush();
  room->voice().hush();
  room->voice().speak(long_text(), "en");
  EXPECT_TRUE(room->hears_sound());
}

TEST_P(VoiceContract, it_does_not_outlive_its_owner) {
  room->voice().speak(long_text(), "en");
  ASSERT_TRUE(room->hears_sound());
  room->loses_voice();
  EXPECT_TRUE(room->is_cut_off());
}

INSTANTIATE_TEST_SUITE_P(voices, VoiceContract,
                         testing::Values(Kind{"fake", [] { return std::make_unique<FakeRoom>(); }},
                                         Kind{"espeak", [] { return std::make_unique<EspeakRoom>(); }}),
                         [](const auto& kind) { return kind.param.name; });

TEST(EspeakVoice, has_a_voice_for_each_language_of_the_product) {
  for (const char* language : {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"}) {
    EspeakRoom room;
    room.voice().speak("1, 2, 3", language);
    EXPECT_TRUE(room.hears_sound()) << language;
    EXPECT_TRUE(room.becomes_silent()) << language;  // by itself, at its end
  }
}

TEST(EspeakVoice, another_text_ends_the_one_before) {
  constexpr std::size_t kFewSeconds = 400'000;  // bytes; the long text has millions
  EspeakRoom room;
  room.voice().speak(long_text(), "en");
  ASSERT_TRUE(room.hears_sound());
  room.voice().speak("1", "sw");
  EXPECT_TRUE(room.becomes_silent());
  EXPECT_LT(room.heard(), kFewSeconds);
}

TEST(EspeakVoice, a_language_that_looks_like_an_option_is_not_spoken) {
  EspeakRoom room;
  room.voice().speak(long_text(), "en");
  ASSERT_TRUE(room.hears_sound());
  for (const char* language : {"-f/etc/passwd", "--stdout", "en;x", "", "e"})
    room.voice().speak("1", language);
  EXPECT_TRUE(room.is_cut_off());
}

TEST(EspeakVoice, a_text_longer_than_a_pipe_takes_is_cut_and_not_waited_for) {
  EspeakRoom room;
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "ን ";
  room.voice().speak(text, "am");
  EXPECT_TRUE(room.hears_sound());
}

TEST(EspeakVoice, says_what_to_install_when_it_is_missing) {
  const auto opened = EspeakVoice::open({"no-such-voice", {}});
  ASSERT_FALSE(opened.ok());
  EXPECT_NE(opened.error().message.find("no-such-voice is not installed"), std::string::npos);
}

TEST(EspeakVoice, a_program_that_cannot_start_leaves_silence_behind) {
  auto opened = EspeakVoice::open({"/bin/false", {}});
  ASSERT_TRUE(opened.ok());
  opened.value()->speak("1", "en");
  opened.value()->hush();
}

}  // namespace
