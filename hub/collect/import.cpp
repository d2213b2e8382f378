// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/import.h"

#include <utility>
#include <vector>

#include "firmware/domain/digest.h"
#include "firmware/files/file_pieces.h"
#include "firmware/files/read_file.h"
#include "firmware/wire/envelope.h"

namespace tertulia::hub {
namespace {

constexpr std::size_t kLinesAtATime = 500;
constexpr std::size_t kLongestLine = 1U << 20U;  // an event of kLargestMessage, all of it escaped, is shorter
constexpr std::size_t kBytesAtATime = 1U << 16U;

// As `sha256sum` writes it: the digest, two spaces, the name.
bool has_its_digest(const std::string& path, const std::string& digest, const Log& log) {
  const auto listed = read_file(path + ".sha256");
  if (!listed.ok()) {
    log(path +
        ".sha256 is missing: nobody can tell whether the file is whole. What can be read of it is taken");
    return false;
  }
  if (digest == listed.value().substr(0, listed.value().find(' '))) return true;
  log(path +
      " is not what its .sha256 says: it was cut short or altered. What can be read of it is taken; "
      "copy it from the device once more");
  return false;
}

class Import {
 public:
  Import(const std::string& file, Database& database, const Clock& clock, const Log& log)
      : file_(file), database_(database), clock_(clock), log_(log) {}

  // The next bytes of the file.
  Outcome add(std::string_view bytes) {
    while (true) {
      const std::size_t end = bytes.find('\n');
      const std::string_view part = bytes.substr(0, end);
      if (line_.size() + part.size() > kLongestLine)
        is_too_long_ = true;
      else
        line_ += part;
      if (end == std::string_view::npos) return Done{};
      TRY_DONE(end_line());
      bytes.remove_prefix(end + 1);
    }
  }

  // The last line may lack its end.
  Outcome finish() {
    if (!line_.empty() || is_too_long_) TRY_DONE(end_line());
    return flush();
  }

  ImportCounts counts;

 private:
  Outcome end_line() {
    ++number_;
    const std::string line = std::exchange(line_, {});
    if (!std::exchange(is_too_long_, false)) return line.empty() ? Outcome(Done{}) : take(line);
    ++counts.refused;
    tell(number_, "longer than any event: the file is damaged here. Copy it from the device once more");
    return Done{};
  }

  Outcome take(std::string_view line) {
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
  std::uint64_t number_ = 0;  // of the last line that ended
  std::string line_;          // as far as it was read; what is too long is not kept
  bool is_too_long_ = false;
  std::vector<Arrival> batch_;
  std::vector<std::uint64_t> lines_;  // of the batch
};

}  // namespace

Result<ImportCounts> import_file(const std::string& file, Database& database, const Clock& clock,
                                 const Log& log) {
  auto lines = FilePieces::open(file);
  if (!lines.ok())
    return Error{lines.error().message + ". Name the .jsonl file that `tertulia export` wrote"};
  Import import(file, database, clock, log);
  Sha256 digest;
  // In pieces: the file of a long visit is larger than the memory of a small hub.
  while (true) {
    const auto piece = lines.value().next(kBytesAtATime);
    if (!piece.ok()) return Error{file + " cannot be read to its end. Copy it from the device once more"};
    if (piece.value().empty()) break;
    digest.add(piece.value());
    TRY_DONE(import.add(piece.value()));
  }
  import.counts.is_altered = !has_its_digest(file, digest.hex(), log);
  TRY_DONE(import.finish());
  return import.counts;
}

}  // namespace tertulia::hub
