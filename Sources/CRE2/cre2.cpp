#include "cre2.h"

#include <re2/re2.h>

#include <string>

struct cre2_pattern {
  RE2 compiled;
  std::string error;

  cre2_pattern(re2::StringPiece text, const RE2::Options &options)
      : compiled(text, options), error(compiled.error()) {}
};

cre2_pattern *cre2_new(const char *pattern, size_t length) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(8 << 20);
  return new cre2_pattern(re2::StringPiece(pattern, length), options);
}

void cre2_delete(cre2_pattern *pattern) { delete pattern; }

const char *cre2_error(const cre2_pattern *pattern) {
  return pattern->compiled.ok() ? nullptr : pattern->error.c_str();
}

bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length) {
  return pattern->compiled.Match(re2::StringPiece(text, length), 0, length, RE2::UNANCHORED,
                                 nullptr, 0);
}
