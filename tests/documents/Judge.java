import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF about files; prints a line per file and profile, and each rule that is broken. */
public class Judge {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (String profile : new String[] {"ua1", "2a"}) {
                PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                     PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    ValidationResult result = validator.validate(parser);
                    System.out.println((result.isCompliant() ? "ok " : "broken ") + profile + " " + file);
                    for (TestAssertion each : result.getTestAssertions())
                        System.out.println("  " + each.getRuleId().getClause() + " " + each.getMessage());
                }
            }
        }
    }
}
