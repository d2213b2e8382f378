// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/import.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "firmware/domain/digest.h"
#include "firmware/domain/terminal_text.h"
#include "firmware/files/file_pieces.h"
#include "firmware/files/read_file.h"
#include "firmware/wire/envelope.h"
#include "firmware/wire/export_signature.h"
#include "firmware/wire/topics.h"
#include "hub/trust/export_trust.h"

namespace tertulia::hub {
namespace {

constexpr std::size_t kLinesAtATime = 500;
constexpr std::size_t kLongestLine = 1U << 20U;  // an event of kLargestMessage, all of it escaped, is shorter
constexpr std::size_t kBytesAtATime = 1U << 16U;

constexpr std::size_t kMostSignatureBytes = 1U << 16U;

// The file as it was read once: a stick could show another one the next time. It has no name and is gone with
// this. In pieces: the file of a long visit is larger than the memory of a small hub.
class Copy {
 public:
  static Result<Copy> of(const std::string& file) {
    auto pieces = FilePieces::open(file, Links::kRefused);
    if (!pieces.ok())
      return Error{pieces.error().message + ". Name the .jsonl file that `tertulia export` wrote"};
    Copy copy;
    if (!copy.file_) return no_room(file);
    Sha256 digest;
    while (true) {
      const auto piece = pieces.value().next(kBytesAtATime);
      if (!piece.ok()) return Error{file + " cannot be read to its end. Copy it from the device once more"};
      if (piece.value().empty()) break;
      digest.add(piece.value());
      const std::string& bytes = piece.value();
      if (std::fwrite(bytes.data(), 1, bytes.size(), copy.file_.get()) != bytes.size()) return no_room(file);
    }
    if (std::fflush(copy.file_.get()) != 0) return no_room(file);
    std::rewind(copy.file_.get());
    copy.digest_ = digest.hex();
    return copy;
  }
  [[nodiscard]] const std::string& digest() const { return digest_; }  // SHA-256, hex
  // Empty at the end.
  [[nodiscard]] Result<std::string> next() {
    std::string piece(kBytesAtATime, '\0');
    piece.resize(std::fread(piece.data(), 1, piece.size(), file_.get()));
    if (std::ferror(file_.get()) != 0) return Error{"the folder of temporary files cannot be read"};
    return piece;
  }

 private:
  static Error no_room(const std::string& file) {
    return {file + " cannot be copied to the folder of temporary files (/tmp): check its free space"};
  }
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_{std::tmpfile()};
  std::string digest_;
};

// The .sha256 beside it is as `sha256sum` writes it: the digest, two spaces, the name. Without one nothing is
// known, and that is only said.
bool is_altered(const std::string& path, const std::string& digest, const Log& log) {
  const auto listed = read_file(path + ".sha256", {.links = Links::kRefused});
  if (!listed.ok()) {
    log("there is no " + path +
        ".sha256 that can be read, so nobody can tell whether the file is whole. What can be read of it is "
        "taken. To know it, copy that file from the device too, and import again");
    return false;
  }
  if (digest == listed.value().substr(0, listed.value().find(' '))) return false;
  log(path +
      " is not what its .sha256 says: it was cut short or altered. What can be read of it is taken; "
      "copy it from the device once more");
  return true;
}

// Of no device: why it is not believed.
Result<wire::Origin> believed(const std::string& file, const std::string& digest, const ImportTrust& trust) {
  if (trust.authority.empty())
    return Error{"without --authority FOLDER nobody can tell which device wrote it"};
  const auto signature = read_file(file + std::string(wire::kSignatureEnding),
                                   {.most_bytes = kMostSignatureBytes, .links = Links::kRefused});
  if (!signature.ok())
    return Error{
        "there is no " + std::string(wire::kSignatureEnding) +
        " file beside it that can be read. A device signs what it exports when it has a certificate of this "
        "hub; one with a password alone, or of an older version, does not"};
  return signer_of(trust.authority, signature.value(), digest);
}

class Import {
 public:
  // Without a signer nobody vouches for the file.
  Import(const std::string& file, Database& database, const Clock& clock, const Log& log,
         std::optional<wire::Origin> signer)
      : file_(file), database_(database), clock_(clock), log_(log), signer_(std::move(signer)) {}

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
    if (!message.ok()) return leave_out(message.error().message);
    Arrival arrival = sort_message(message.value());
    if (const std::string why = why_not(message.value().topic, arrival); !why.empty()) return leave_out(why);
    batch_.push_back(std::move(arrival));
    lines_.push_back(number_);
    return batch_.size() < kLinesAtATime ? Outcome(Done{}) : flush();
  }

  Outcome leave_out(const std::string& why) {
    ++counts.refused;
    tell(number_, why);
    return Done{};
  }

  // Empty: it may be stored.
  [[nodiscard]] std::string why_not(const std::string& topic, const Arrival& arrival) const {
    if (signer_) {
      const auto named = wire::parse_device_topic(topic);
      const bool is_own = named && wire::source_of(named->origin) == wire::source_of(*signer_);
      return is_own ? ""
                    : "it names another device than " + signer_->device + ", which signed the file: left out";
    }
    if (const auto* poison = std::get_if<arrival::Poison>(&arrival)) return poison->row.reason;
    const auto* fact = std::get_if<arrival::Fact>(&arrival);
    // Which answers are shown together decides what is told of them.
    if (fact && !fact->digest.empty()) return "blocks of answers are taken from signed files only: left out";
    return {};
  }

  Outcome flush() {
    if (batch_.empty()) return Done{};
    const Source source = signer_ ? Source::kFile : Source::kUnsignedFile;
    TRY(const Stored stored, database_.store(batch_, clock_.now().wall, source));
    for (std::size_t i = 0; i < batch_.size(); ++i) count(i, stored.results[i]);
    batch_.clear();
    lines_.clear();
    return Done{};
  }

  void tell(std::uint64_t line, const std::string& why) {
    log_(file_ + ":" + std::to_string(line) + ": " + terminal_text(why));
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
      tell(lines_[index], (signer_ ? "the quarantine of the hub is full: " : "left out: ") + why);
    }
  }

  const std::string& file_;
  Database& database_;
  const Clock& clock_;
  const Log& log_;
  const std::optional<wire::Origin> signer_;
  std::uint64_t number_ = 0;  // of the last line that ended
  std::string line_;          // as far as it was read; what is too long is not kept
  bool is_too_long_ = false;
  std::vector<Arrival> batch_;
  std::vector<std::uint64_t> lines_;  // of the batch
};

}  // namespace

Result<ImportCounts> import_file(const std::string& file, Database& database, const Clock& clock,
                                 const Log& log, const ImportTrust& trust) {
  TRY(Copy copy, Copy::of(file));
  const auto signer = believed(file, copy.digest(), trust);
  if (!signer.ok() && !trust.takes_unsigned)
    return Error{
        file + " is not believed, and nothing of it was taken: " + signer.error().message +
        ". If you know where it comes from, say --unsigned: then it fills gaps and replaces nothing"};
  Import import(file, database, clock, log, signer.ok() ? std::optional(signer.value()) : std::nullopt);
  import.counts.is_signed = signer.ok();
  if (!signer.ok()) {
    log(file + " is taken on your word alone: " + signer.error().message);
    import.counts.is_altered = is_altered(file, copy.digest(), log);
  }
  while (true) {
    TRY(const std::string piece, copy.next());
    if (piece.empty()) break;
    TRY_DONE(import.add(piece));
  }
  TRY_DONE(import.finish());
  return import.counts;
}

}  // namespace tertulia::hub
