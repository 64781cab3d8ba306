package mainline.tally;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How columns are headed that hold no option, as forms and tables in English, Spanish, German, French, Portuguese and Italian
 * head them. A heading is known when each of its words is, so that “Time” is a time and “Time for tea” an option.
 */
final class ColumnWords {
    /** These say nothing alone. */
    private static final Set<String> FILLER = words("""
            of the your my our a an and or at in on for by to no nr num n e o y first last full given family end ended finish
            finished complete completed completion fine fin fim de du des d la le les l el los las un una der die das den
            dem und oder ihr ihre von vom deine dein da do dos di del della il lo su tu votre sua seu tua marca informazioni
            total response vote""");

    private static final Set<String> BALLOT = words("""
            ballot ballotid papeleta stimmzettel bulletin boletim scheda receipt""");

    private static final Set<String> VOTER = words("""
            voter voterid elector wahler wahlerin wahlende wahlernummer waehler votante votant electeur electrice eleitor
            eleitora elettore elettrice""");

    private static final Set<String> SELF = words("""
            member members memberid membership user userid username login participant respondent person name names surname
            firstname lastname nickname nr num nro row rows index idx id ids uuid guid number token email emails mail ip ipaddress account key code hash
            address phone telephone tel
            mitglied mitglieder mitgliedsnummer mitgliedsnr nutzer nutzerin benutzer benutzername nutzername teilnehmer
            teilnehmerin teilnehmende lfd zeile vorname nachname familienname kennung ausweis adresse mailadresse emailadresse nummer
            beleg kennwort telefon
            socio socia socios miembro usuario usuaria participante persona nombre nombres apellido apellidos correo
            electronico direccion fila identificador numero cedula dni nif recibo clave codigo telefono
            membre adherent adherente utilisateur utilisatrice participante personne nom noms prenom prenoms courriel mel
            identifiant ligne jeton recu telephone
            membro utilizador utilizadora pessoa nome nomes apelido sobrenome correio eletronico eletronica endereco
            identificacao identificador senha telefone
            utente partecipante cognome posta elettronica indirizzo identificativo ricevuta codice""");

    private static final Set<String> MOMENT = words("""
            timestamp time times date dates datetime start started begin began startdate startlanguage starttime endtime submit
            submitted submission submitdate datestamp created updated modified duration seconds
            zeitstempel zeit datum uhrzeit beginn ende abgabe abgeschickt eingereicht erstellt geandert startzeit endzeit
            fertigstellungszeit temporal fecha hora inicio envio enviado enviada
            horodateur horodatage heure debut envoi envoye soumission carimbo data ora orario inizio invio cronologiche""");

    private static final Set<String> OTHER = words("""
            comment comments remark remarks note notes feedback message precinct seed language lang browser useragent
            kommentar kommentare bemerkung bemerkungen anmerkung anmerkungen notiz sprache
            comentario comentarios observacion observaciones nota notas idioma
            commentaire commentaires remarque remarques langue observacao observacoes lingua
            commento commenti osservazione osservazioni""");

    private static final Set<String> WEIGHT = words("""
            weight weights count counts voters votes ballots quantity frequency multiplicity copies
            gewicht anzahl stimmen stimmenzahl stimmzahl stimmgewicht haufigkeit peso cantidad votos votantes papeletas
            poids voix votants bulletins effectif quantidade eleitores quantita voti elettori schede""");

    private static final Set<String> BESIDE_WEIGHT = words("number numero nombre vote voter ballot nummer");

    private static final Set<String> RANK = words("""
            rank ranking place position order priority rang rangfolge platz stelle reihenfolge prioritat puesto rango posicion
            orden prioridad classement ordre priorite lugar ordem posicao prioridade classificacao posto posizione ordine
            priorita""");

    private static final Set<String> PICK = words("""
            choice option candidate candidates alternative proposal project item selection kandidat kandidatin wahl auswahl
            vorschlag projekt opcion candidato candidata eleccion propuesta proyecto alternativa choix candidat proposition
            projet opcao escolha proposta projeto opzione scelta progetto""");

    private static final Set<String> EITHER =
            words("preference preferenz praferenz preferencia preferenza vote stimme voto");

    private static final Set<String> BESIDE_PICK = words("name id nombre nom nome number numero nummer");

    /** Of these nobody could mean an option. */
    private static final Set<String> SURE = words("""
            timestamp email ip uuid guid receipt precinct voter ballot voterid ballotid datestamp zeitstempel horodateur
            username userid memberid""");

    /** “No.” counts; “No” is an option. */
    private static final Pattern NUMBER = Pattern.compile("no?\\s*[.°]+");

    private ColumnWords() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> of(String heading) {
        String apart = heading.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
        return Arrays.stream(Ordinals.plain(apart).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean any(List<String> words, Set<String> wanted) {
        return words.stream().anyMatch(wanted::contains);
    }

    @SafeVarargs
    private static boolean all(List<String> words, Set<String>... known) {
        return words.stream().allMatch(word -> Stream.of(known).anyMatch(set -> set.contains(word)));
    }

    static boolean isWeight(String heading) {
        List<String> words = of(heading);
        return any(words, WEIGHT) && all(words, WEIGHT, FILLER, BESIDE_WEIGHT);
    }

    /** Whether it tells the voter, the moment or something beside the vote. */
    static boolean isNoOption(String heading) {
        List<String> words = of(heading);
        if (NUMBER.matcher(Ordinals.plain(heading)).matches()) return true;
        boolean tells =
                any(words, BALLOT) || any(words, VOTER) || any(words, SELF) || any(words, MOMENT) || any(words, OTHER);
        return tells && all(words, BALLOT, VOTER, SELF, MOMENT, OTHER, FILLER);
    }

    static boolean isSurelyNoOption(String heading) {
        List<String> words = of(heading);
        return isNoOption(heading) && (words.size() > 1 || any(words, SURE));
    }

    /** How well a heading names that to which a row belongs: 3 the ballot, 2 the voter, 1 somebody, 0 nothing. */
    static int identity(String heading) {
        List<String> words = of(heading);
        if (!isNoOption(heading) || any(words, MOMENT) || any(words, OTHER)) return 0;
        return any(words, BALLOT) ? 3 : any(words, VOTER) ? 2 : 1;
    }

    static boolean isRank(String heading) {
        List<String> words = of(heading);
        return any(words, RANK) && all(words, RANK, FILLER, BESIDE_PICK, EITHER);
    }

    static boolean isPick(String heading) {
        List<String> words = of(heading);
        return any(words, PICK) && all(words, PICK, FILLER, BESIDE_PICK, EITHER);
    }

    /** Such as “preference”, which heads ranks as well as options. */
    static boolean isEither(String heading) {
        List<String> words = of(heading);
        return any(words, EITHER) && all(words, EITHER, FILLER);
    }
}
