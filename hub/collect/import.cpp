// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/import.h"

#include <algorithm>
#include <vector>

#include "firmware/domain/digest.h"
#include "firmware/files/read_file.h"
#include "firmware/wire/envelope.h"

namespace tertulia::hub {
namespace {

constexpr std::size_t kMostBytes = 1U << 30U;  // of a file
constexpr std::size_t kLinesAtATime = 500;

Result<std::string> read_whole(const std::string& path) {
  return read_file(path, {kMostBytes, {}, "name the .jsonl file that `tertulia export` wrote"});
}

// As `sha256sum` writes it: the digest, two spaces, the name.
bool has_its_digest(const std::string& path, const std::string& text, const Log& log) {
  const auto listed = read_whole(path + ".sha256");
  if (!listed.ok()) {
    log(path +
        ".sha256 is missing: nobody can tell whether the file is whole. What can be read of it is taken");
    return false;
  }
  const std::string digest = listed.value().substr(0, listed.value().find(' '));
  if (digest == sha256_hex(text)) return true;
  log(path +
      " is not what its .sha256 says: it was cut short or altered. What can be read of it is taken; "
      "copy it from the device once more");
  return false;
}

class Import {
 public:
  Import(const std::string& file, Database& database, const Clock& clock, const Log& log)
      : file_(file), database_(database), clock_(clock), log_(log) {}

  Outcome take(std::string_view line) {
    ++number_;
    if (line.empty()) return Done{};
    const auto message = wire::to_message(line);
    if (!message.ok()) {
      ++counts.refused;
      tell(number_, message.error().message);
      return Done{};
    }
    batch_.push_back(sort_message(message.value()));
    lines_.push_back(number_);
    return batch_.size() < kLinesAtATime ? Outcome(Done{}) : flush();
  }

  Outcome flush() {
    if (batch_.empty()) return Done{};
    TRY(const Stored stored, database_.store(batch_, clock_.now().wall));
    for (std::size_t i = 0; i < batch_.size(); ++i) count(i, stored.results[i]);
    batch_.clear();
    lines_.clear();
    return Done{};
  }

  ImportCounts counts;

 private:
  void tell(std::uint64_t line, const std::string& why) {
    log_(file_ + ":" + std::to_string(line) + ": " + why);
  }

  void count(std::size_t index, SaveResult save_result) {
    const auto* poison = std::get_if<arrival::Poison>(&batch_[index]);
    const std::string why = poison ? poison->row.reason : "the hub has this submission with other answers";
    if (save_result == SaveResult::kNew) ++counts.fresh;
    if (save_result == SaveResult::kHeld) ++counts.held;
    if (save_result == SaveResult::kSetAside) {
      ++counts.set_aside;
      tell(lines_[index], "put into the quarantine, not counted: " + why);
    }
    if (save_result == SaveResult::kRefused) {
      ++counts.refused;
      tell(lines_[index], "the quarantine of the hub is full: " + why);
    }
  }

  const std::string& file_;
  Database& database_;
  const Clock& clock_;
  const Log& log_;
  std::uint64_t number_ = 0;  // of the line
  std::vector<Arrival> batch_;
  std::vector<std::uint64_t> lines_;  // of the batch
};

}  // namespace

Result<ImportCounts> import_file(const std::string& file, Database& database, const Clock& clock,
                                 const Log& log) {
  TRY(const std::string text, read_whole(file));
  Import import(file, database, clock, log);
  import.counts.is_altered = !has_its_digest(file, text, log);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    TRY_DONE(import.take(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  TRY_DONE(import.flush());
  return import.counts;
}

}  // namespace tertulia::hub
