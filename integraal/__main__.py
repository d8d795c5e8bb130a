"""``python -m integraal <command>``: every command of the product."""

from integraal.config.commands import main

if __name__ == "__main__":
    main()
