"""``newsreader completion``: scripts for bash, zsh and fish, and the words they ask for.

The scripts hold the whole grammar and run nothing until a feed, folder or field is completed.
All three read the line in the same way: word by word, keeping in ``at`` which command it is
in and in ``value`` what the option before it wants.
"""

from argparse import Namespace
from collections.abc import Callable, Iterator

from reader.cli.grammar import Command, Operand, grammar
from reader.paths import user_paths
from reader.query import FIELDS
from reader.store import Store
from reader.text import clean_line

_BASH = """# Completion of newsreader for bash, made by: newsreader completion bash
_newsreader() {
    local line=${COMP_LINE:0:COMP_POINT} at='' value='' kind='' options='' words='' word index
    local current=${line##*[[:space:]]}
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == '=' ]] && continue
        if [[ -n $value ]]; then value=''; continue; fi
        case "$at:$word" in
@steps@
        esac
    done
    case "$at" in
@places@
    esac
    if [[ -z $value && $current == -* && $current != *=* ]]; then
        words=$options kind=choices
    elif [[ -n $value ]]; then
        kind=${value%%:*} words=${value#*:}
    fi
    [[ $current == --*=* ]] && current=${current#*=}
    case "$kind" in
        choices) ;;
        files)
            compopt -o filenames 2>/dev/null
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
            return ;;
        feeds|folders|fields) words=$("$1" completion "$kind" 2>/dev/null) ;;
        *) return ;;
    esac
    while IFS= read -r word; do
        word=${word%%$'\\t'*}
        if [[ -n $word && $word == "$current"* ]]; then COMPREPLY+=("$(printf '%q' "$word")"); fi
    done <<< "$words"
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: ]]; then
        compopt -o nospace 2>/dev/null
    fi
    # bash replaces only what stands behind the last colon.
    if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
        word=${current%"${current##*:}"}
        for index in "${!COMPREPLY[@]}"; do COMPREPLY[index]=${COMPREPLY[index]#"$word"}; done
    fi
}
complete -F _newsreader newsreader
"""
_ZSH = """#compdef newsreader
# Completion of newsreader for zsh, made by: newsreader completion zsh
_newsreader() {
    local at='' value='' kind='' word
    local -a options choices
    for word in "${(@)words[2,CURRENT-1]}"; do
        if [[ -n $value ]]; then value=''; continue; fi
        case "$at:$word" in
@steps@
        esac
    done
    case "$at" in
@places@
    esac
    if [[ -z $value && $PREFIX == -* && $PREFIX != *=* ]]; then
        _describe -o option options
        return
    elif [[ -n $value ]]; then
        kind=${value%%:*} choices=("${(@f)${value#*:}}")
    fi
    [[ $PREFIX == --*=* ]] && compset -P '*='
    case "$kind" in
        choices) _describe word choices ;;
        files) _files ;;
        fields)
            choices=("${(@f)$("$words[1]" completion fields 2>/dev/null)}")
            compadd -S '' -- "${(@)choices%%$'\\t'*}" ;;
        feeds|folders)
            choices=("${(@f)$("$words[1]" completion "$kind" 2>/dev/null)}")
            [[ -n $choices ]] && compadd -- "${(@)choices%%$'\\t'*}" ;;
    esac
}
if [[ $funcstack[1] == _newsreader ]]; then
    _newsreader "$@"
else
    compdef _newsreader newsreader
fi
"""
_FISH = """# Completion of newsreader for fish, made by: newsreader completion fish
function __newsreader_at
    set -l at ''
    set -l value ''
    for word in (commandline -opc)[2..-1]
        if test -n "$value"
            set value ''
            continue
        end
        switch "$at:$word"
@steps@
        end
    end
    test "$at" = "$argv[1]"
end
complete -c newsreader -f
@places@
"""


def completion(options: Namespace) -> int:
    """Print a shell's script, or the words that one asks for."""
    scripts: dict[str, Callable[[Command], str]] = {
        "bash": bash_script,
        "zsh": zsh_script,
        "fish": fish_script,
    }
    if options.what in scripts:
        print(scripts[options.what](grammar()), end="")
        return 0
    for word, about in _fields() if options.what == "fields" else _kept(options.what):
        print(clean_line(word), clean_line(about), sep="\t")
    return 0


def _fields() -> Iterator[tuple[str, str]]:
    for name, field in FIELDS.items():
        for choice in field.choices or ("",):
            yield f"{name}:{choice}", field.about


def _kept(what: str) -> list[tuple[str, str]]:
    """Return the addresses and titles of the subscriptions, or the names of the folders."""
    path = user_paths().database
    if not path.exists():
        return []  # a key that completes makes no profile
    with Store(path) as store:
        rows = store.feeds()
    if what == "feeds":
        return [(row.url, row.title) for row in rows]
    return [(name, "folder") for name in sorted({row.folder for row in rows if row.folder})]


# --- What the scripts share ----------------------------------------------------------


def _steps(root: Command) -> Iterator[tuple[str, str, str]]:
    """Yield "AT:WORD" with the variable that it sets, and to what."""
    for command in root.all():
        at = " ".join(command.path)
        for below in command.commands:
            yield f"{at}:{below.path[-1]}", "at", " ".join(below.path)
        for option in command.options:
            if option.value is not None:
                for name in option.names:
                    yield f"{at}:{name}", "value", _value(option.value)


def _value(operand: Operand) -> str:
    return f"{operand.words}:" + "\n".join(operand.choices)


def _choices(command: Command) -> list[tuple[str, str]]:
    """Return the words that may stand at a command's place, each with what it is."""
    below = [(one.path[-1], one.about) for one in command.commands]
    return below + [(word, "") for operand in command.operands for word in operand.choices]


def _kind(command: Command) -> str:
    """Return what completes a word at a command's place."""
    if command.commands:
        return "choices"
    return command.operands[0].words if command.operands else "any"


def _options(command: Command) -> list[tuple[str, str]]:
    return [(name, option.about) for option in command.options for name in option.names]


def _quoted(text: str) -> str:
    """Quote for bash and zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


def _sh_steps(root: Command) -> str:
    steps = (f"            {_quoted(a)}) {b}={_quoted(c)} ;;" for a, b, c in _steps(root))
    return "\n".join(steps)


# --- The scripts ---------------------------------------------------------------------


def bash_script(root: Command) -> str:
    """Return the script for bash 3.2 and later."""
    places = []
    for command in root.all():
        options = _quoted("\n".join(name for name, _ in _options(command)))
        words = _quoted("\n".join(word for word, _ in _choices(command)))
        place = f"kind={_kind(command)} options={options} words={words}"
        places.append(f"        {_quoted(' '.join(command.path))}) {place} ;;")
    return _BASH.replace("@steps@", _sh_steps(root)).replace("@places@", "\n".join(places))


def zsh_script(root: Command) -> str:
    """Return the script for zsh 5, to be sourced or put into a folder of ``fpath``."""
    places = []
    for command in root.all():
        options = " ".join(_described(*option) for option in _options(command))
        choices = " ".join(_described(*choice) for choice in _choices(command))
        place = f"kind={_kind(command)} options=({options}) choices=({choices})"
        places.append(f"        {_quoted(' '.join(command.path))}) {place} ;;")
    return _ZSH.replace("@steps@", _sh_steps(root)).replace("@places@", "\n".join(places))


def _described(name: str, about: str) -> str:
    """Return a word as ``_describe`` wants it; a colon parts it from what it is."""
    name = name.replace(":", "\\:")
    return _quoted(f"{name}:{about}" if about else name)


def fish_script(root: Command) -> str:
    """Return the script for fish 3 and later."""
    steps = [
        f"            case {_fish(a)}\n                set {b} {_fish(c)}"
        for a, b, c in _steps(root)
    ]
    places = [line for command in root.all() for line in _fish_place(command)]
    return _FISH.replace("@steps@", "\n".join(steps)).replace("@places@", "\n".join(places))


def _fish_place(command: Command) -> Iterator[str]:
    """Yield the lines that say what a command takes."""
    where = f"__newsreader_at {_fish(' '.join(command.path))}"
    begin = f"complete -c newsreader -n {_fish(where)}"
    for word, about in _choices(command):
        yield f"{begin} -a {_fish(word)} -d {_fish(about)}"
    for option in command.options:
        names = " ".join(
            f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
        )
        value = "" if option.value is None else f" -r {_fish_words(option.value.words)}"
        yield f"{begin} {names} -d {_fish(option.about)}{value}"
    if not command.commands and command.operands and (kind := _kind(command)) not in _OWN:
        yield f"{begin} {_fish_words(kind)}"


_OWN = ("choices", "any")
"""What fish needs no line of its own for."""


def _fish_words(words: str) -> str:
    if words == "files":
        return "-F"
    return "-f" if words in _OWN else f"-f -a '(newsreader completion {words})'"


def _fish(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
