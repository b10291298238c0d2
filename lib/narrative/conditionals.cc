#include "narrative/conditionals.h"

#include <map>
#include <string>

namespace gov_report {
namespace {

class Matcher {
 public:
  explicit Matcher(Faults& faults) : faults_(faults) {}

  void read(Inline& tag) {
    if (tag.kind != Inline::Kind::end) {
      // Counts on below the limit, so that the ends still match.
      open_.push_back(&tag);
      ++names_[tag.text];
      if (open_.size() == kConditionalDepth + 1) report("too-deep", tag);
      return;
    }
    if (names_[tag.text] == 0) {
      report("not-open", tag);
      drop(tag);
      return;
    }
    while (open_.back()->text != tag.text) drop_last();
    close_last();
  }

  void finish() {
    while (!open_.empty()) drop_last();
  }

 private:
  void drop_last() {
    report("", *open_.back());
    Inline& tag = *open_.back();
    close_last();
    drop(tag);
  }

  void close_last() {
    --names_[open_.back()->text];
    open_.pop_back();
  }

  /// An empty text prints nothing.
  static void drop(Inline& tag) {
    tag.kind = Inline::Kind::text;
    tag.text.clear();
  }

  void report(const char* variant, const Inline& tag) {
    faults_.add("unclosed-conditional", variant, tag.at, tag.width,
                {{"value", tag.text}});
  }

  Faults& faults_;
  std::vector<Inline*> open_;
  std::map<std::string, std::size_t> names_;  // how often each is open
};

bool is_conditional(const Inline& piece) {
  return piece.kind == Inline::Kind::if_not_zero ||
         piece.kind == Inline::Kind::if_zero || piece.kind == Inline::Kind::end;
}

}  // namespace

void match_conditionals(std::vector<NarrativeBlock>& blocks, Faults& faults) {
  Matcher matcher(faults);
  for (NarrativeBlock& block : blocks) {
    for (auto& item : block.items) {
      for (Inline& piece : item) {
        if (is_conditional(piece)) matcher.read(piece);
      }
    }
  }
  matcher.finish();
}

}  // namespace gov_report
