// SPDX-License-Identifier: Apache-2.0
// tertulia-hub-storm MESSAGES SEED CORPUS: so many hostile messages, in batches, into a real database of the
// hub; after each two hundred batches everything in it is counted. A message is one of CORPUS or a good one,
// with what a defect or an enemy makes of it. Aborts when a promise is broken; prints what became of them and
// the memory that it took.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>

#include "tests/bench/process_figures.h"
#include "tests/fuzz/fuzz_message.h"
#include "tests/fuzz/hub_life.h"

namespace {

using namespace tertulia;
using namespace tertulia::hub;

constexpr std::size_t kBatch = 50;
constexpr std::size_t kBatchesOfALife = 200;
constexpr int kMostChanges = 4;
constexpr std::size_t kMostBytes = 70'000;  // more than a packet may have

class Luck {
 public:
  explicit Luck(std::uint64_t seed) : engine_(seed) {}
  // In [0, most].
  std::size_t upto(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(engine_); }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[upto(all.size() - 1)];
  }

 private:
  std::mt19937_64 engine_;
};

const std::vector<std::string> kWords = {std::string(1, '\0'),
                                         "\xff",
                                         "\xed\xa0\x80",
                                         "\"",
                                         "\\",
                                         "{",
                                         "}",
                                         "[",
                                         "]",
                                         "null",
                                         "true",
                                         "-1",
                                         "1e999",
                                         "18446744073709551616",
                                         "9007199254740993",
                                         "\\ud800",
                                         "\\u0000",
                                         "\n",
                                         "=",
                                         "/",
                                         "+",
                                         "#",
                                         "specversion=2.0\n",
                                         "sequence=0000000000000000\n",
                                         "epoch=\n",
                                         "\"answers\":{}",
                                         std::string(300, 'a'),
                                         std::string(2'000, '[')};

std::string changed(std::string text, const std::vector<std::string>& all, Luck& luck) {
  for (std::size_t changes = luck.upto(kMostChanges); changes > 0; --changes) {
    const std::size_t at = luck.upto(text.size());
    const std::size_t length = luck.upto(std::min<std::size_t>(text.size() - at, 40));
    switch (luck.upto(5)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(luck.upto(255));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, luck.of(kWords));
        break;
      case 3:
        text.insert(at, text.substr(at, length));
        break;
      case 4:
        text.replace(at, length, luck.of(kWords));
        break;
      default:  // the head of one, the tail of another
        const std::string& other = luck.of(all);
        text = text.substr(0, at) + other.substr(std::min(at, other.size()));
    }
  }
  if (luck.upto(2'000) == 0) text.append(luck.upto(kMostBytes), luck.of(kWords).front());
  return text;
}

// As message_from() reads it.
std::string text_of(const Message& message) {
  std::string text = message.topic + "\n" + message.content_type + "\n";
  for (const auto& [name, value] : message.properties)
    text.append(name).append("=").append(value).append("\n");
  return text + "\n" + message.payload;
}

std::vector<std::string> seeds(const std::filesystem::path& corpus) {
  const Device device{{"demo", "enemy"}, "e1"};
  std::vector<std::string> all = {
      text_of(feedback(device, 1)),
      text_of(audit(device, 2)),
      text_of(poison(device, 3)),
      text_of(poison(device, 4, EventKind::kFeedback)),
      text_of(presence(device, wire::PresenceState::kReady)),
      text_of(message_of(device, 5, event::GapMade{1, 4, EventKind::kHealth, 4}))};
  for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
    std::ifstream file(entry.path(), std::ios::binary);
    all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::sort(all.begin(), all.end());  // a folder has no order, a seed means the same everywhere
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return EXIT_FAILURE;
  const auto count = static_cast<std::size_t>(std::atoll(argv[1]));
  Luck luck(static_cast<std::uint64_t>(std::atoll(argv[2])));
  const auto all = seeds(argv[3]);
  std::size_t refused = 0;
  std::unique_ptr<Life> life;
  for (std::size_t done = 0, batches = 1; done < count; ++batches) {
    if (!life) life = std::make_unique<Life>();
    std::vector<Message> hostile;
    for (; hostile.size() < kBatch && done < count; ++done) {
      hostile.push_back(message_from(changed(luck.of(all), all, luck)));
      hostile.back().retain = luck.upto(3) == 0;
    }
    refused += life->live_through(hostile);
    if (batches % kBatchesOfALife != 0 && done < count) continue;
    life->account();
    life.reset();
  }
  std::printf("HOLDS: %zu hostile messages, %zu of them refused; at most %llu kB of memory\n", count, refused,
              static_cast<unsigned long long>(bench::peak_kilobytes()));
  return EXIT_SUCCESS;
}
