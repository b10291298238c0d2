#include "schema/expression.h"

#include <cctype>

namespace gov_report {
namespace {

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
         c == '.';
}

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ') {
      ++at;
    } else if (is_name_character(c)) {
      const std::size_t from = at;
      while (at < text.size() && is_name_character(text[at])) ++at;
      tokens.emplace_back(text.substr(from, at - from));
    } else if ((c == '<' || c == '>') && text.substr(at + 1, 1) == "=") {
      tokens.emplace_back(text.substr(at, 2));
      at += 2;
    } else {
      tokens.emplace_back(1, c);
      ++at;
    }
  }
  return tokens;
}

class Parser {
 public:
  explicit Parser(std::vector<std::string> tokens)
      : tokens_(std::move(tokens)) {}

  std::optional<ParsedComparison> comparison() {
    ParsedComparison result;
    if (!side(result.left)) return std::nullopt;
    result.op = take();
    if (result.op != "=" && result.op != "<=" && result.op != ">=" &&
        result.op != "<" && result.op != ">") {
      return std::nullopt;
    }
    if (!side(result.right) || at_ != tokens_.size()) return std::nullopt;
    return result;
  }

 private:
  std::string take() {
    return at_ < tokens_.size() ? tokens_[at_++] : std::string();
  }
  bool next_is(std::string_view token) const {
    return at_ < tokens_.size() && tokens_[at_] == token;
  }

  bool side(std::vector<ParsedTerm>& terms) {
    Decimal sign = 1;
    if (next_is("-")) {
      take();
      sign = -1;
    }
    while (true) {
      if (!term(sign, terms)) return false;
      if (!next_is("+") && !next_is("-")) return true;
      sign = take() == "+" ? 1 : -1;
    }
  }

  bool term(Decimal sign, std::vector<ParsedTerm>& terms) {
    std::string word = take();
    if (word.empty() || !is_name_character(word[0])) return false;
    ParsedTerm parsed{sign, {}};
    if (const auto number = Decimal::parse(word)) {
      parsed.factor = sign * *number;
      if (next_is("*")) {
        take();
        word = take();
        if (word.empty() || !is_name_character(word[0])) return false;
        parsed.name = std::move(word);
      }
    } else {
      parsed.name = std::move(word);
    }
    terms.push_back(std::move(parsed));
    return true;
  }

  std::vector<std::string> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<ParsedComparison> parse_comparison(std::string_view text) {
  return Parser(tokens_of(text)).comparison();
}

}  // namespace gov_report
