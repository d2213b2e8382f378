// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <utility>

#include <zip.h>

#include "firmware/files/buffered_file.h"
#include "firmware/formats/answers_export/answer_writers.h"
#include "firmware/formats/answers_export/odk_xml.h"

namespace tertulia::formats {
namespace {

// An end of the central directory and no more (APPNOTE.TXT, section 4.3.16): libzip writes no archive without
// a member.
constexpr std::string_view kEmptyArchive("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

// A ZIP archive in memory.
class SmallArchive {
 public:
  SmallArchive() : target_(zip_source_buffer_create(nullptr, 0, 0, nullptr)) {
    if (!target_) return;
    zip_source_keep(target_.get());  // the archive takes one reference with it
    archive_.reset(zip_open_from_source(target_.get(), ZIP_TRUNCATE, nullptr));
    if (!archive_) zip_source_free(target_.get());
  }

  // `content` outlives the archive. Of the time of the member it says nothing.
  bool add(const std::string& name, const std::string& content) {
    zip_source_t* source =
        archive_ ? zip_source_buffer(archive_.get(), content.data(), content.size(), 0) : nullptr;
    if (source == nullptr) return false;
    const zip_int64_t index = zip_file_add(archive_.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) zip_source_free(source);
    constexpr zip_uint16_t kFirstDay = 0x21;  // 1980-01-01, the earliest
    return index >= 0 &&
           zip_file_set_dostime(archive_.get(), static_cast<zip_uint64_t>(index), 0, kFirstDay, 0) == 0;
  }

  // Empty: it failed for want of memory.
  std::string bytes() {
    if (!archive_ || zip_close(archive_.get()) != 0) return {};
    [[maybe_unused]] const auto* closed = archive_.release();
    zip_stat_t stat;
    if (zip_source_open(target_.get()) != 0) return {};
    std::string bytes;
    if (zip_source_stat(target_.get(), &stat) == 0) {
      bytes.resize(stat.size);
      const auto count = zip_source_read(target_.get(), bytes.data(), bytes.size());
      if (count != static_cast<zip_int64_t>(bytes.size())) bytes.clear();
    }
    zip_source_close(target_.get());
    return bytes;
  }

 private:
  std::unique_ptr<zip_source_t, FreeSource> target_;
  std::unique_ptr<zip_t, DiscardArchive> archive_;
};

class OdkWriter : public AnswerWriter {
 public:
  explicit OdkWriter(const WriterPlace& place)
      : folder_(place.folder), name_(place.name), table_(place.table) {}

  Outcome add(const ExportedAnswer& answer) override {
    waiting_.emplace_back(name_ + "/instances/uuid" + answer.submission.id.text() + "/submission.xml",
                          odk_submission(table_, answer));
    bytes_ += waiting_.back().second.size() + kBytesOfEntry;
    return bytes_ < kMostBytes ? Outcome(Done{}) : write_archive();
  }
  // Archives of an earlier and longer export are not left beside the new ones.
  Result<std::vector<WrittenFile>> commit() override {
    if (!waiting_.empty() || files_.empty()) TRY_DONE(write_archive());
    std::vector<WrittenFile> written;
    for (BufferedFile& file : files_) {
      TRY(auto done, file.commit());
      written.push_back(std::move(done));
    }
    std::error_code ignored;
    for (auto next = next_path(); std::filesystem::exists(next, ignored); next = next_path()) {
      TRY_DONE(remove_file(next));
      ++removed_;
    }
    return written;
  }

 private:
  static constexpr std::size_t kMostBytes = 8U << 20U;
  static constexpr std::size_t kBytesOfEntry = 1'024;  // that libzip takes for it

  [[nodiscard]] std::filesystem::path next_path() const {
    const std::size_t number = files_.size() + removed_ + 1;
    return folder_ / (name_ + ".odk" + (number > 1 ? "-" + std::to_string(number) : "") + ".zip");
  }
  Outcome write_archive() {
    SmallArchive archive;
    for (const auto& [name, xml] : waiting_)
      if (!archive.add(name, xml))
        return Error{"There is not enough memory for " + next_path().string() + "."};
    const std::string bytes = waiting_.empty() ? std::string(kEmptyArchive) : archive.bytes();
    if (bytes.empty()) return Error{"There is not enough memory for " + next_path().string() + "."};
    TRY(auto file, BufferedFile::begin(next_path()));
    TRY_DONE(file.add(bytes));
    files_.push_back(std::move(file));
    waiting_.clear();
    bytes_ = 0;
    return Done{};
  }

  std::filesystem::path folder_;
  std::string name_;
  const AnswerTable& table_;
  std::vector<std::pair<std::string, std::string>> waiting_;  // name and XML
  std::size_t bytes_ = 0;
  std::vector<BufferedFile> files_;
  std::size_t removed_ = 0;
};

}  // namespace

MadeWriter odk_writer(const WriterPlace& place) {
  return std::unique_ptr<AnswerWriter>(std::make_unique<OdkWriter>(place));
}

}  // namespace tertulia::formats
