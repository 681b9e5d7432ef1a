package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Follows the likeliest few texts side by side through one window; the one with the best probability per token wins.
/// Plain: no patience, no length penalty beyond the average.
final class BeamSearch {

    private static final int MAX_TOKENS = 224;

    private final SpeechModel model;
    private final Vocabulary vocabulary;
    private final TokenRules rules;

    BeamSearch(SpeechModel model) throws MediaException {
        this.model = model;
        this.vocabulary = model.vocabulary();
        this.rules = new TokenRules(vocabulary);
    }

    private record Beam(List<Integer> tokens, List<Double> probabilities, double sum) {

        Beam with(Candidate next) {
            List<Integer> longer = new ArrayList<>(tokens);
            longer.add(next.token());
            List<Double> more = new ArrayList<>(probabilities);
            more.add(Math.exp(next.logProbability()));
            return new Beam(longer, more, next.sum());
        }

        double score() {
            return sum / Math.max(1, tokens.size());
        }
    }

    private record Candidate(int beam, int token, double logProbability, double sum) {}

    /// @param width texts followed side by side
    /// @param speech seconds of the window up to which there is speech
    Decoded decode(SpeechModel.Encoded window, double speech, int language, int width, JobContext job)
            throws MediaException {
        List<Beam> beams = List.of(new Beam(List.of(), List.of(), 0));
        List<Beam> ended = new ArrayList<>();
        double noSpeech;
        try (SpeechModel.State state = model.start(window, 1)) {
            float[] first = model.step(new int[][] {{vocabulary.start()}}, state, job)[0];
            noSpeech = Math.exp(first[vocabulary.noSpeech()] - Logits.logSumExp(first, 0, first.length));
            float[][] logits = model.step(new int[][] {{language, vocabulary.transcribe()}}, state, job);
            for (int i = 0; i < MAX_TOKENS; i++) {
                List<Candidate> kept = keep(candidates(beams, logits, width, speech), beams, ended, width);
                if (ended.size() >= width || kept.isEmpty()) {
                    break;
                }
                List<Beam> from = beams;
                beams = kept.stream()
                        .map(candidate -> from.get(candidate.beam()).with(candidate))
                        .toList();
                choose(state, kept, from.size());
                logits = model.step(latest(beams), state, job);
            }
        }
        if (ended.size() < width) {
            ended.addAll(beams);
        }
        Beam best = ended.stream().max(Comparator.comparingDouble(Beam::score)).orElseThrow();
        double compression = Decoded.compression(vocabulary.text(best.tokens()).strip());
        return new Decoded(best.tokens(), best.probabilities(), best.sum(), noSpeech, compression, 0);
    }

    private static void choose(SpeechModel.State state, List<Candidate> kept, int had) throws MediaException {
        int[] rows = kept.stream().mapToInt(Candidate::beam).toArray();
        boolean same = rows.length == had;
        for (int i = 0; i < rows.length; i++) {
            same &= rows[i] == i;
        }
        if (!same) {
            state.choose(rows);
        }
    }

    private static int[][] latest(List<Beam> beams) {
        return beams.stream().map(beam -> new int[] {beam.tokens().getLast()}).toArray(int[][]::new);
    }

    private List<Candidate> candidates(List<Beam> beams, float[][] logits, int width, double speech) {
        List<Candidate> all = new ArrayList<>();
        for (int b = 0; b < beams.size(); b++) {
            float[] row = logits[b];
            Beam beam = beams.get(b);
            rules.apply(row, beam.tokens(), speech);
            double total = Logits.logSumExp(row, 0, row.length);
            for (int token : Logits.largest(row, width + 1)) {
                double logProbability = row[token] - total;
                if (logProbability > Double.NEGATIVE_INFINITY) {
                    all.add(new Candidate(b, token, logProbability, beam.sum() + logProbability));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::sum).reversed());
        return all;
    }

    private List<Candidate> keep(List<Candidate> all, List<Beam> beams, List<Beam> ended, int width) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : all) {
            if (candidate.token() != vocabulary.end()) {
                kept.add(candidate);
            } else if (ended.size() < width) {
                Beam beam = beams.get(candidate.beam());
                ended.add(new Beam(beam.tokens(), beam.probabilities(), candidate.sum()));
            }
            if (kept.size() == width) {
                break;
            }
        }
        return kept;
    }
}
