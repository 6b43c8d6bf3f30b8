import type { Command } from "../command.ts";
import { print, shown } from "../report/untrusted.ts";

/** What a shell runs to complete a line of rrb; each asks `rrb completion --complete`, and prints nothing else. */
const SCRIPTS = {
  bash: `# Completion of rrb in bash. Try it: source <(rrb completion bash)
# To keep it: rrb completion bash > ~/.local/share/bash-completion/completions/rrb
_rrb() {
  local word=\${COMP_WORDS[COMP_CWORD]} value says
  COMPREPLY=()
  while IFS=$'\\t' read -r value says; do
    case $value in
      :files) compopt -o default 2>/dev/null; return ;;
      :folders) compopt -o dirnames 2>/dev/null; return ;;
    esac
    # Within an open quote a value goes in as it is, so it may hold nothing that the shell would act on there.
    case $word$value in
      [\\"\\']*[\\"\\'\\\`\\$\\\\!]*) ;;
      [\\"\\']*) COMPREPLY+=("$value") ;;
      *) COMPREPLY+=("$(printf %q "$value")") ;;
    esac
  done < <(rrb completion --complete bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _rrb rrb
`,
  zsh: `#compdef rrb
# Completion of rrb in zsh. Try it: source <(rrb completion zsh)
# To keep it: rrb completion zsh > _rrb, in a folder that $fpath names
_rrb() {
  local line
  local -a lines values
  lines=("\${(@f)$(rrb completion --complete zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  case $lines[1] in
    :files) _files; return ;;
    :folders) _files -/; return ;;
  esac
  for line in $lines; do
    values+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe -V rrb values
}
if [ "$funcstack[1]" = _rrb ]; then _rrb "$@"; else compdef _rrb rrb; fi
`,
  fish: `# Completion of rrb in fish. Try it: rrb completion fish | source
# To keep it: rrb completion fish > ~/.config/fish/completions/rrb.fish
function __rrb_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    set -l lines (rrb completion --complete fish -- $before[2..] "$word" 2>/dev/null)
    switch "$lines[1]"
        case :files
            __fish_complete_path "$word"
        case :folders
            __fish_complete_directories "$word"
        case '*'
            printf '%s\\n' $lines
    end
end
complete -c rrb -f -k -a '(__rrb_complete)'
`,
  powershell: `# Completion of rrb in PowerShell. Try it: rrb completion powershell | Out-String | Invoke-Expression
# To keep it, put that line into the file that $PROFILE names.
Register-ArgumentCompleter -Native -CommandName rrb -ScriptBlock {
    param($word, $line, $cursor)
    $words = @($line.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { '=' + $_.Extent.Text })
    if ($word -eq '') { $words += '=' }
    rrb completion --complete powershell -- @words 2>$null | Where-Object { $_ -notlike ':*' } | ForEach-Object {
        $value, $says = $_ -split "\`t", 2
        $typed = if ($value -match '[^\\w./=-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        if (-not $says) { $says = $value }
        [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $says)
    }
}
`,
} as const;

type Shell = keyof typeof SCRIPTS;

const SHELLS = Object.keys(SCRIPTS) as Shell[];

/** `rrb completion`: the script by which a shell completes the command lines of rrb. */
export const completion: Command = {
  arguments: [{ typed: "<shell>", says: "the shell that is to complete", takes: SHELLS }],
  options: [],
  example: "source <(rrb completion bash)",
  run: async ({ world, words }) => {
    print(world.stdout, shown`${SCRIPTS[words[0] as Shell]}`);
    return 0;
  },
};
