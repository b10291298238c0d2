#include "completion.h"

#include <cstdio>

namespace gov_report::cli {
namespace {

constexpr std::string_view kBash = R"bash(# bash completion for gov-report
_gov_report() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local commands="init build check close diff tally merge verify audit notice import show trace rules explain completion"
  local common="-C --lang --data --color --help --version"
  local command="" folder=. i
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ ${COMP_WORDS[i-1]} == -C ]] && folder=${COMP_WORDS[i]/#\~/$HOME} && continue
    case " $commands " in *" ${COMP_WORDS[i]} "*) command=${COMP_WORDS[i]} ;; esac
  done
  [[ $word == -* && $previous != -* ]] && previous=""
  case $previous in
    --lang) COMPREPLY=($(compgen -W "zh en" -- "$word")); return ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$word")); return ;;
    --to) COMPREPLY=($(compgen -W "md xlsx docx html json" -- "$word")); return ;;
    --form) COMPREPLY=($(compgen -W "cn-2019 cn-2021" -- "$word")); return ;;
    --format)
      local formats="text short json sarif"
      [[ $command == trace ]] && formats="text csv json"
      [[ $command == @(rules|diff|verify) ]] && formats="text json"
      [[ $command == audit ]] && formats="text json html xlsx"
      COMPREPLY=($(compgen -W "$formats" -- "$word")); return ;;
    --report)
      [[ $command == audit ]] && COMPREPLY=($(compgen -W "text= json= html= xlsx=" -- "$word")) && return
      COMPREPLY=($(compgen -W "text= short= json= sarif=" -- "$word")); return ;;
    --ledger) COMPREPLY=($(compgen -W "applications disclosures reviews lawsuits" -- "$word")); return ;;
    --annotate) COMPREPLY=($(compgen -f -- "$word")); return ;;
    --against) COMPREPLY=($(compgen -f -- "$word")); return ;;
    -o|--out)
      [[ $command == @(audit|import|tally|merge) ]] && COMPREPLY=($(compgen -f -- "$word")) && return
      COMPREPLY=($(compgen -d -- "$word")); return ;;
    -C|--data) COMPREPLY=($(compgen -d -- "$word")); return ;;
    explain)
      COMPREPLY=($(compgen -W "$(gov-report rules 2>/dev/null |
        sed -n 's/^\([a-z][a-z0-9-]*\) .*/\1/p')" -- "$word")); return ;;
    build|check|close|diff|tally|show|trace)
      local years
      years=$(cd -- "$folder" >/dev/null 2>&1 && ls counts narrative ledgers 2>/dev/null |
        sed -n 's/^\([0-9]\{4\}\).*/\1/p' | sort -u)
      COMPREPLY=($(compgen -W "$years" -- "$word")); return ;;
    completion) COMPREPLY=($(compgen -W "bash" -- "$word")); return ;;
  esac
  case $command in
    "") COMPREPLY=($(compgen -W "$commands $common" -- "$word")) ;;
    build) COMPREPLY=($(compgen -W "--to --out --draft --workpapers --form --as-of --no-waivers --strict --encoding --jobs $common" -- "$word")) ;;
    check) COMPREPLY=($(compgen -W "--format --report --annotate --limit --strict --form --as-of --no-waivers --encoding --jobs $common" -- "$word")) ;;
    close) COMPREPLY=($(compgen -W "--replace --form --as-of --strict --no-waivers --encoding --jobs $common" -- "$word")) ;;
    diff) COMPREPLY=($(compgen -W "--all --format --encoding $common" -- "$word")) ;;
    tally) COMPREPLY=($(compgen -f -- "$word") $(compgen -W "-o --ledger --form --as-of --limit --no-waivers --encoding --jobs $common" -- "$word")) ;;
    merge) COMPREPLY=($(compgen -f -- "$word") $(compgen -W "-o --part --draft --format --report --strict $common" -- "$word")) ;;
    verify) COMPREPLY=($(compgen -d -- "$word") $(compgen -W "--format $common" -- "$word")) ;;
    show) COMPREPLY=($(compgen -W "disclosures applications disputes --ids --form --encoding --jobs $common" -- "$word")) ;;
    trace) COMPREPLY=($(compgen -W "$(gov-report -C "$folder" show "${COMP_WORDS[COMP_CWORD-1]}" --ids 2>/dev/null |
        sed -n 's/^\([a-z_.]*\)  .*/\1/p') --format --form --encoding $common" -- "$word")) ;;
    audit) COMPREPLY=($(compgen -f -- "$word") $(compgen -W "--format -o --report --against --strict --jobs $common" -- "$word")) ;;
    notice) COMPREPLY=($(compgen -f -- "$word") $(compgen -W "-o --by --from --strict --replace $common" -- "$word")) ;;
    import) COMPREPLY=($(compgen -f -- "$word") $(compgen -W "-o --replace $common" -- "$word")) ;;
    rules) COMPREPLY=($(compgen -W "--format $common" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -F _gov_report gov-report
)bash";

}  // namespace

int run_completion(const Context& context) {
  if (context.options.shell != "bash") {
    return refuse_value(context, "SHELL", context.options.shell, "bash");
  }
  print(stdout, kBash);
  return kClean;
}

}  // namespace gov_report::cli
