//! Whether two lists of waits differ by more than chance, and by how much: by their ranks, as waits have long tails.

/// How far the middles may be apart, as a share of the smaller one.
const DIFFERENCE: f64 = 0.05;
/// What chance is left: two lists that differ less than this often by chance alone may differ.
const CHANCE: f64 = 0.01;
/// How far from one half the odds may be that a wait of one list is longer than one of the other.
const ODDS: f64 = 0.05;

/// Two lists of waits beside each other.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    /// The middle of each, as they were measured.
    pub medians: [f64; 2],
    /// How often two lists of one kind differ as much by chance (Mann–Whitney, two-sided).
    pub chance: f64,
    /// How often a wait of the first is longer than one of the second (Vargha–Delaney): one half where they are alike.
    pub odds: f64,
}

impl Compared {
    /// Of two lists, neither of them empty.
    pub fn of(first: &[f64], second: &[f64]) -> Self {
        let (many, others) = (number(first.len()), number(second.len()));
        let (sum, ties) = ranked(first, second);
        let (all, pairs) = (many + others, many * others);
        // How many pairs the first list wins; one that is even counts half.
        let won = sum - many * (many + 1.0) / 2.0;
        let spread = (pairs / 12.0 * ((all + 1.0) - ties / (all * (all - 1.0)))).sqrt();
        let deviation = ((won - pairs / 2.0).abs() - 0.5).max(0.0) / spread;
        let chance = if spread > 0.0 { tails(deviation) } else { 1.0 };
        Self { medians: [median(first), median(second)], chance, odds: won / pairs }
    }

    /// How far the middles are apart, as a share of the smaller one.
    pub fn difference(&self) -> f64 {
        let [one, other] = self.medians;
        (one - other).abs() / one.min(other)
    }

    /// Whether nobody learns anything from the waits: middles that lie together, and either a difference that chance
    /// explains or odds that are even.
    pub fn is_neutral(&self) -> bool {
        self.difference() < DIFFERENCE && (self.chance > CHANCE || (self.odds - 0.5).abs() <= ODDS)
    }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("few"))
}

fn median(waits: &[f64]) -> f64 {
    let mut sorted = waits.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// The sum of the ranks of the first list among both, even ones sharing theirs; and by how much even ones narrow the
/// spread.
fn ranked(first: &[f64], second: &[f64]) -> (f64, f64) {
    let of_first = first.iter().map(|wait| (*wait, true));
    let mut all: Vec<(f64, bool)> = of_first.chain(second.iter().map(|wait| (*wait, false))).collect();
    all.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let (mut sum, mut ties, mut before) = (0.0, 0.0, 0.0);
    for even in all.chunk_by(|(one, _), (other, _)| one.total_cmp(other).is_eq()) {
        let many = number(even.len());
        let rank = before + f64::midpoint(many, 1.0);
        sum += rank * number(even.iter().filter(|(_, is_first)| *is_first).count());
        ties += many * many * many - many;
        before += many;
    }
    (sum, ties)
}

/// How often something is so many deviations from the middle of a normal distribution, on either side (Abramowitz and
/// Stegun, 7.1.26).
fn tails(deviations: f64) -> f64 {
    const TERMS: [f64; 5] = [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592];
    let x = deviations / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    TERMS.iter().fold(0.0, |sum, term| (sum + term) * t) * (-x * x).exp()
}

#[test]
fn lists_that_are_alike_are_neutral_and_others_are_not() {
    let list = |from: f64| (0..1_000).map(|at| from + f64::from(at * 7_919 % 1_000) / 10_000.0).collect::<Vec<f64>>();
    let same = Compared::of(&list(1.0), &list(1.0));
    assert!((same.odds - 0.5).abs() < 1e-9 && same.chance > 0.99 && same.difference() < 1e-9 && same.is_neutral());
    // A hundredth of the middle, and a tenth of how waits differ among themselves: seldom by chance, and it shows.
    let later = Compared::of(&list(1.01), &list(1.0));
    assert!(later.difference() < DIFFERENCE && later.chance < 0.001 && later.odds > 0.55, "{later:?}");
    assert!(!later.is_neutral());
    let a_little = Compared::of(&list(1.003), &list(1.0));
    assert!(a_little.odds < 0.55 && a_little.is_neutral(), "{a_little:?}");
    let much = Compared::of(&list(1.2), &list(1.0));
    assert!((much.odds - 1.0).abs() < 1e-9 && !much.is_neutral(), "{much:?}");
}

#[test]
fn chance_and_odds_are_those_of_the_textbook() {
    // Two lists of four without even values: the first wins 1 of 16 pairs.
    let compared = Compared::of(&[1.0, 2.0, 3.0, 5.0], &[4.0, 6.0, 7.0, 8.0]);
    assert!((compared.odds - 1.0 / 16.0).abs() < 1e-9, "{compared:?}");
    // (8 - 1 - 0.5) / sqrt(12) deviations.
    assert!((compared.chance - 0.0606).abs() < 0.001, "{compared:?}");
    // Even values share their ranks.
    let even = Compared::of(&[1.0, 1.0], &[1.0, 1.0]);
    assert!((even.odds - 0.5).abs() < 1e-9 && even.is_neutral(), "{even:?}");
}
