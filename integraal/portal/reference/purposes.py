"""What each table with something about a person is for: Dutch, for the register of processing."""

PURPOSES: dict[str, str] = {
    # ours
    "audit.Event": "Bijhouden wie wat deed, voor het toezicht.",
    "definitions.OwnVersion": "Wie een begrip veranderde, en waarom.",
    "documents.Rendition": "De pdf van een vastgesteld stuk.",
    "figures.ColumnMapping": "Hoe tabellen van partners gelezen worden, en wie dat koos.",
    "figures.ImportDraft": "Tabellen die nog niet zijn ingelezen; na een dag weg.",
    "figures.MonthRound": "Wat per maand opviel in de cijfers, en wie die ronde maakte.",
    "figures.Snapshot": "Bestanden met cijfers, en wie ze inlas.",
    "house_style.HouseStyleSetting": "Hoe het product eruitziet, en wie dat instelde.",
    "jobs.Job": "Werk dat langer duurt, en wie erom vroeg.",
    "people.ApiToken": "Sleutels waarmee andere programma’s namens iemand werken.",
    "people.Member": "Wie voor deze gemeente werkt, in welke functie en met welke rollen.",
    "people.User": "Accounts waarmee mensen zich aanmelden.",
    "picture.EarlierText": "Eerdere versies van teksten bij een thema.",
    "picture.Picture": "Het veiligheidsbeeld, en wie het voorstelde en vaststelde.",
    "picture.ThemeText": "De tekst bij een thema, en wie die schreef.",
    # of packages
    "account.EmailAddress": "Aanmelden met een mailadres.",
    "account.EmailConfirmation": "Bevestigen dat een mailadres van de gebruiker is.",
    "axes.AccessAttempt": "Het raden van wachtwoorden afremmen.",
    "axes.AccessAttemptExpiration": "Het raden van wachtwoorden afremmen.",
    "axes.AccessFailureLog": "Het raden van wachtwoorden afremmen; staat uit, dus leeg.",
    "axes.AccessLog": "Aanmeldingen bijhouden; staat uit, dus leeg.",
    "mfa.Authenticator": "Aanmelden met een tweede stap: sleutel of code.",
    "sessions.Session": "Onthouden wie er is aangemeld, ten hoogste acht uur.",
    "socialaccount.SocialAccount": "Aanmelden via de eigen organisatie.",
    "socialaccount.SocialToken": "Aanmelden via de eigen organisatie; staat uit, dus leeg.",
}
