// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/buffered_file.h"

#include <utility>

namespace tertulia {

Result<BufferedFile> BufferedFile::begin(const std::filesystem::path& path) {
  TRY(auto file, FileReplacement::begin(path));
  return BufferedFile(std::move(file));
}

Outcome BufferedFile::add(std::string_view bytes) {
  if (bytes.size() >= kBuffer) {  // much at once would stay in the buffer's memory
    TRY_DONE(write_out());
    digest_->add(bytes);
    return file_.append(bytes);
  }
  buffer_.append(bytes);
  return buffer_.size() < kBuffer ? Outcome(Done{}) : write_out();
}

Result<WrittenFile> BufferedFile::commit() {
  TRY_DONE(write_out());
  TRY_DONE(file_.commit());
  return WrittenFile{file_.path(), digest_->hex()};
}

Outcome BufferedFile::write_out() {
  digest_->add(buffer_);
  TRY_DONE(file_.append(buffer_));
  buffer_.clear();
  return Done{};
}

}  // namespace tertulia
