import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDFs to veraPDF's profiles: names of profiles, parted by commas, then files. Prints a line
 * for each profile and file, with the number of rules and checks, and one for each failed check.
 * The profiles are read here, as the library's own reader needs what its jar leaves out.
 */
public class Validate {
    public static void main(String[] given) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : given[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int at = 1; at < given.length; at++) {
                validate(name, profile, given[at]);
            }
        }
    }

    private static void validate(String name, ValidationProfile profile, String file)
            throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance()
                .createParser(new FileInputStream(file), profile.getPDFAFlavour())) {
            ValidationResult result =
                    ValidatorFactory.createValidator(profile, 20, false, false, false)
                            .validate(parser);
            System.out.println(String.join("\t", "checked", name, file,
                    "" + profile.getRules().size(), "" + result.getTotalAssertions()));
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    System.out.println(String.join("\t", "failed", name, file,
                            each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber(),
                            each.getMessage(), each.getLocation().getContext()));
                }
            }
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        try (InputStream held =
                Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(held)
                    .getDocumentElement();
            Set<Rule> rules = new LinkedHashSet<>();
            NodeList all = root.getElementsByTagName("rule");
            for (int at = 0; at < all.getLength(); at++) {
                rules.add(rule((Element) all.item(at)));
            }
            Set<Variable> variables = new LinkedHashSet<>();
            NodeList named = root.getElementsByTagName("variable");
            for (int at = 0; at < named.getLength(); at++) {
                Element each = (Element) named.item(at);
                variables.add(Profiles.variableFromValues(each.getAttribute("name"),
                        each.getAttribute("object"), text(each, "defaultValue"),
                        text(each, "value")));
            }
            return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
                    Profiles.profileDetailsFromValues(name, name, "", new Date(0)), "", rules,
                    variables);
        }
    }

    private static Rule rule(Element said) {
        Element id = (Element) said.getElementsByTagName("id").item(0);
        Element error = (Element) said.getElementsByTagName("error").item(0);
        String deferred = said.getAttribute("deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                said.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                said.getAttribute("tags"), text(said, "description"), text(said, "test"),
                Profiles.errorFromValues(text(error, "message"), new ArrayList<>()),
                new ArrayList<>());
    }

    private static String text(Element within, String tag) {
        NodeList found = within.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
