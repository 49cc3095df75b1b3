package io.marquee.ingest.fetch;

import io.marquee.settings.UserException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Access to Kaggle, with a token or without. */
final class KaggleAccess {

    private static final String USER = "KAGGLE_USERNAME";
    private static final String KEY = "KAGGLE_KEY";

    private final FetchEnvironment environment;

    KaggleAccess(FetchEnvironment environment) {
        this.environment = environment;
    }

    Target target(URI uri) {
        Optional<String> user = environment.first(USER);
        Optional<String> key = environment.first(KEY);
        if (user.isPresent() != key.isPresent()) {
            throw new UserException((user.isPresent() ? USER : KEY) + " is set without "
                    + (user.isPresent() ? KEY : USER) + ": set both, or neither to fetch without a token");
        }
        return user.map(name -> new Target(uri, Map.of("Authorization", Target.basic(name + ":" + key.orElseThrow()))))
                .orElseGet(() -> new Target(uri, Map.of()));
    }

    static String explain(int status) {
        return switch (status) {
            case 401, 403 ->
                "may not be read (" + status + "): set " + USER + " and " + KEY
                        + " to a token of your account, and accept the rules on the dataset's page";
            case 404 -> "is not there (404): check owner and name of the dataset";
            default -> "cannot be had, Kaggle answers " + status + ": check owner and name of the dataset";
        };
    }
}
