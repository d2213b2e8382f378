// SPDX-License-Identifier: Apache-2.0
// The contract of every chime, and real sound from the real one: SDL plays into a pipe, where the test
// listens.
#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "drivers/sound/chime_tones.h"
#include "drivers/sound/sdl_chime.h"
#include "firmware/files/descriptor.h"
#include "tests/fakes/chime.h"
#include "tests/support/scratch_folder.h"

using namespace tertulia;

namespace {

constexpr int kLongest = 60'000;  // milliseconds; only a failing test waits for so long

// A room with a chime in it.
class Room {
 public:
  virtual ~Room() = default;
  virtual Chime& chime() = 0;
  virtual std::optional<ChimeKind> hears() = 0;  // the next chime, when it has rung to its end
  virtual bool loses_chime() = 0;                // and is silent from then on
};

class FakeRoom final : public Room {
 public:
  Chime& chime() override { return *chime_; }
  std::optional<ChimeKind> hears() override {
    if (heard_ >= chime_->rung.size()) return std::nullopt;
    return chime_->rung[heard_++];
  }
  bool loses_chime() override {
    chime_.reset();
    return true;
  }

 private:
  std::unique_ptr<FakeChime> chime_ = std::make_unique<FakeChime>();
  std::size_t heard_ = 0;
};

std::vector<std::int16_t> without_silence_before(std::vector<std::int16_t> samples) {
  samples.erase(samples.begin(),
                std::find_if(samples.begin(), samples.end(), [](auto each) { return each != 0; }));
  return samples;
}

class SdlRoom final : public Room {
 public:
  SdlRoom() {
    const std::string pipe = folder_.path() / "sound";
    EXPECT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    // For both ways: so it has no end, and SDL never waits for a listener.
    ear_ = Descriptor(::open(pipe.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    EXPECT_GT(fcntl(ear_.get(), F_SETPIPE_SZ, 1 << 20), 0);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", pipe.c_str(), 1);
    setenv("SDL_DISKAUDIODELAY", "1", 1);  // milliseconds between buffers: faster than life
    chime_ = std::make_unique<SdlChime>([](const std::string& message) { ADD_FAILURE() << message; });
  }
  Chime& chime() override { return *chime_; }
  std::optional<ChimeKind> hears() override {
    do {
      for (const auto& [kind, wanted] : sounds_) {
        if (heard_.size() < wanted.size() || !std::equal(wanted.begin(), wanted.end(), heard_.begin()))
          continue;
        heard_.erase(heard_.begin(), heard_.begin() + static_cast<std::ptrdiff_t>(wanted.size()));
        heard_ = without_silence_before(std::move(heard_));
        return kind;
      }
    } while (listen(kLongest));
    return std::nullopt;
  }
  bool loses_chime() override {
    chime_.reset();
    while (listen(0)) continue;
    return heard_.size() < sounds_[0].second.size();  // not a whole chime more
  }
  bool hears_sound_within(int milliseconds) {
    while (heard_.empty() && listen(milliseconds)) continue;
    return !heard_.empty();
  }

 private:
  bool listen(int milliseconds) {
    pollfd waiting{ear_.get(), POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) <= 0) return false;
    std::array<char, 65'536> block{};
    const ssize_t count = ::read(ear_.get(), block.data(), block.size());
    if (count <= 0) return false;
    std::vector<std::int16_t> samples(static_cast<std::size_t>(count) / sizeof(std::int16_t));
    std::memcpy(samples.data(), block.data(), samples.size() * sizeof(std::int16_t));
    if (heard_.empty()) samples = without_silence_before(std::move(samples));
    heard_.insert(heard_.end(), samples.begin(), samples.end());
    return true;
  }

  ScratchFolder folder_;
  Descriptor ear_;
  const std::array<std::pair<ChimeKind, std::vector<std::int16_t>>, 2> sounds_{
      {{ChimeKind::kWarning, without_silence_before(chime_samples(ChimeKind::kWarning))},
       {ChimeKind::kEnd, without_silence_before(chime_samples(ChimeKind::kEnd))}}};
  std::vector<std::int16_t> heard_;  // without the silence before a sound
  std::unique_ptr<SdlChime> chime_;
};

struct Kind {
  const char* name;
  std::function<std::unique_ptr<Room>()> open;
};

class ChimeContract : public testing::TestWithParam<Kind> {
 protected:
  std::unique_ptr<Room> room = GetParam().open();
};

TEST_P(ChimeContract, what_is_rung_is_heard) {
  room->chime().ring(ChimeKind::kWarning);
  EXPECT_EQ(room->hears(), ChimeKind::kWarning);
}

TEST_P(ChimeContract, the_end_is_told_from_the_warning) {
  room->chime().ring(ChimeKind::kEnd);
  EXPECT_EQ(room->hears(), ChimeKind::kEnd);
}

TEST_P(ChimeContract, it_does_not_outlive_its_owner) {
  room->chime().ring(ChimeKind::kEnd);
  EXPECT_TRUE(room->loses_chime());
}

INSTANTIATE_TEST_SUITE_P(chimes, ChimeContract,
                         testing::Values(Kind{"fake", [] { return std::make_unique<FakeRoom>(); }},
                                         Kind{"sdl", [] { return std::make_unique<SdlRoom>(); }}),
                         [](const auto& kind) { return kind.param.name; });

// Of one chime. Called by its thread.
class Complaints {
 public:
  void add(const std::string& message) {
    const std::lock_guard lock(mutex_);
    all_.push_back(message);
    changed_.notify_all();
  }
  [[nodiscard]] std::vector<std::string> all() {
    const std::lock_guard lock(mutex_);
    return all_;
  }
  bool reach(std::size_t count, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, [&] { return all_.size() >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> all_;
};

TEST(SdlChime, rings_again_when_it_has_rung) {
  SdlRoom room;
  room.chime().ring(ChimeKind::kWarning);
  ASSERT_EQ(room.hears(), ChimeKind::kWarning);
  // It may still be closing its device.
  do room.chime().ring(ChimeKind::kEnd);
  while (!room.hears_sound_within(100));
  EXPECT_EQ(room.hears(), ChimeKind::kEnd);
}

TEST(SdlChime, leaves_out_what_is_asked_for_while_it_rings) {
  SdlRoom room;
  room.chime().ring(ChimeKind::kWarning);
  room.chime().ring(ChimeKind::kEnd);
  ASSERT_EQ(room.hears(), ChimeKind::kWarning);
  EXPECT_TRUE(room.loses_chime());
}

TEST(SdlChime, says_once_what_is_wrong_and_what_cures_it) {
  const ScratchFolder folder;
  const std::filesystem::path later = folder / "later";  // where a file cannot be made yet
  setenv("SDL_AUDIODRIVER", "disk", 1);
  setenv("SDL_DISKAUDIOFILE", (later / "sound").c_str(), 1);
  setenv("SDL_DISKAUDIODELAY", "1", 1);
  Complaints complaints;
  SdlChime chime([&](const std::string& message) { complaints.add(message); });
  ASSERT_TRUE(complaints.reach(1, std::chrono::milliseconds(kLongest))) << "before it was ever asked to ring";
  EXPECT_NE(complaints.all()[0].find("The chime cannot ring: "), std::string::npos);
  EXPECT_NE(complaints.all()[0].find("Plug in a loudspeaker"), std::string::npos);
  for (int i = 0; i < 3; ++i) {
    chime.ring(ChimeKind::kEnd);
    EXPECT_FALSE(complaints.reach(2, std::chrono::milliseconds(20)));
  }

  std::filesystem::create_directory(later);
  const auto has_rung = [&] { return std::filesystem::exists(later / "sound"); };
  do chime.ring(ChimeKind::kEnd);
  while (!has_rung() && !complaints.reach(2, std::chrono::milliseconds(20)));
  EXPECT_EQ(complaints.all().size(), 1U);

  std::filesystem::remove_all(later);
  do chime.ring(ChimeKind::kEnd);
  while (!complaints.reach(2, std::chrono::milliseconds(100)));
  EXPECT_EQ(complaints.all().size(), 2U) << "that is news again";
}

TEST(SdlChime, says_so_where_the_machine_has_no_such_sound) {
  setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
  Complaints complaints;
  SdlChime chime([&](const std::string& message) { complaints.add(message); });
  ASSERT_TRUE(complaints.reach(1, std::chrono::milliseconds(kLongest)));
  EXPECT_NE(complaints.all()[0].find("no-such-driver"), std::string::npos);
}

}  // namespace
