# Makes tests/reference/outcomes.csv: what R says of inputs of our own making, written beside their inputs, so that
# the tests of src/outcome/ compare without R. See README.md beside it.
#   Rscript tests/reference/outcomes.R > tests/reference/outcomes.csv
suppressPackageStartupMessages(library(survival))
RNGkind("Mersenne-Twister", "Inversion", "Rejection")

# One line: what is checked, its inputs, what R gives. Lists are separated by spaces, lists of lists by ';'.
number <- function(x) ifelse(is.na(x), "none", sprintf("%.17g", x))
list_of <- function(x) paste(number(x), collapse = " ")
lists <- function(...) paste(sapply(list(...), list_of), collapse = ";")
line <- function(check, inputs, expected) cat(check, inputs, expected, sep = ",", fill = FALSE)
put <- function(check, inputs, expected) { line(check, inputs, expected); cat("\n") }
cat("check,inputs,expected\n")

# Distributions -------------------------------------------------------------------------------------------------
for (p in c(1e-12, 1e-6, 0.001, 0.025, 0.1, 0.5, 0.8, 0.975, 0.999, 1 - 1e-9))
  put("normal_quantile", list_of(p), list_of(qnorm(p)))
for (z in c(-8, -3, -1.96, -0.1, 0, 0.5, 2, 5, 12)) put("normal_above", list_of(z), list_of(pnorm(z, lower.tail = FALSE)))
for (a in c(0.5, 1, 3, 40, 1200, 250000)) for (b in c(0.5, 2, 77, 9000)) {
  m <- a / (a + b); s <- sqrt(m * (1 - m) / (a + b + 1))
  for (x in pmin(pmax(m + s * c(-3, -0.5, 0, 1, 4), 1e-4), 1 - 1e-4))
    put("beta_below", list_of(c(a, b, x)), list_of(pbeta(x, a, b)))
  for (p in c(0.001, 0.025, 0.5, 0.975)) put("beta_quantile", list_of(c(a, b, p)), list_of(qbeta(p, a, b)))
}
for (n in c(1, 7, 60, 1286, 1000000)) for (p in c(0.01, 0.3, 0.475, 0.97))
  for (k in unique(pmin(n, pmax(0, round(n * p + sqrt(n * p * (1 - p)) * c(-3, -1, 0, 2))))))
    put("binomial", list_of(c(k, n, p)), list_of(c(dbinom(k, n, p), pbinom(k, n, p))))
for (d in c(1, 2, 5, 20, 300)) for (x in c(0.01, 0.7, 3, 15, 60, 350))
  put("chi_squared_above", list_of(c(x, d)), list_of(pchisq(x, d, lower.tail = FALSE)))
for (d in c(1, 2, 9, 40, 5000)) for (t in c(0.2, 1, 2.5, 8))
  put("student_two_sided", list_of(c(t, d)), list_of(2 * pt(-t, d)))

# Intervals -----------------------------------------------------------------------------------------------------
wilson <- function(x, n, level) as.numeric(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)
cases <- list(c(0, 1), c(1, 1), c(0, 10), c(10, 10), c(1, 10), c(3, 10), c(81, 263), c(7, 20000), c(611, 1286),
              c(48, 216), c(66, 216), c(123456, 250000), c(999999, 1000000))
for (one in cases) for (level in c(0.8, 0.95, 0.998)) {
  put("wilson", list_of(c(one, level)), list_of(suppressWarnings(wilson(one[1], one[2], level))))
  put("exact", list_of(c(one, level)), list_of(as.numeric(binom.test(one[1], one[2], conf.level = level)$conf.int)))
}
newcombe <- function(x, n, y, m) {
  a <- suppressWarnings(wilson(x, n, 0.95)); b <- suppressWarnings(wilson(y, m, 0.95)); p <- x / n; q <- y / m
  c(p - q, p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}
for (one in list(c(48, 216, 66, 216), c(56, 70, 48, 80), c(0, 10, 10, 10), c(0, 5, 0, 9), c(611, 1286, 567, 1286)))
  put("difference", list_of(one), list_of(newcombe(one[1], one[2], one[3], one[4])))

# Tests of rates ------------------------------------------------------------------------------------------------
signed <- function(test, sign) c(sign * sqrt(as.numeric(test$statistic)), test$p.value)
for (one in list(c(567, 1286, 0.475), c(611, 1286, 0.475), c(600, 1000, 0.5), c(3, 10, 0.475), c(0, 50, 0.1)))
  put("against_fixed", list_of(one), list_of(signed(suppressWarnings(
    prop.test(one[1], one[2], p = one[3], correct = FALSE)), sign(one[1] / one[2] - one[3]))))
for (one in list(c(48, 216, 66, 216), c(567, 1286, 611, 1286), c(3, 10, 8, 11), c(5000, 9000, 4800, 9100)))
  put("between", list_of(one), list_of(signed(suppressWarnings(
    prop.test(one[c(1, 3)], one[c(2, 4)], correct = FALSE)), sign(one[1] / one[2] - one[3] / one[4]))))
for (one in list(c(0.475, 1286, 0), c(0.475, 1286, 1286), c(0.3, 5143, 0), c(0.55, 400, 2500))) {
  e <- sqrt(one[1] * (1 - one[1]) * (1 / one[2] + if (one[3] > 0) 1 / one[3] else 0))
  put("detection", list_of(one), list_of(c(qnorm(0.975) * e, (qnorm(0.975) + qnorm(0.8)) * e)))
}

# Survival ------------------------------------------------------------------------------------------------------
set.seed(20160301)
follow <- function(n, causes, days = 365) {
  t <- ceiling(rexp(n, 1 / 300)); cens <- ceiling(runif(n, 50, 900)); c <- sample(1:causes, n, replace = TRUE)
  data.frame(time = pmin(t, cens, days), cause = ifelse(t <= pmin(cens, days), c, 0))
}
people <- list(
  one_event = data.frame(time = 5, cause = 1), one_censored = data.frame(time = 5, cause = 0),
  all_censored = data.frame(time = c(3, 9, 9), cause = 0), none_censored = data.frame(time = c(2, 4, 4, 7, 9), cause = 1),
  ties = data.frame(time = c(5, 5, 5, 5, 8, 8, 8, 20), cause = c(1, 0, 1, 0, 1, 1, 0, 0)),
  day_zero = data.frame(time = c(0, 0, 3, 4, 4, 8), cause = c(1, 0, 1, 0, 1, 0)),
  many = follow(400, 1), few_days = transform(follow(300, 1), time = ceiling(time / 60)))
both <- function(d) lists(d$time, d$cause)
for (d in people) {
  s <- survfit(Surv(time, cause > 0) ~ 1, data = d, conf.type = "log-log")
  gone <- s$surv == 0 | s$surv == 1
  put("kaplan_meier", both(d), lists(s$time, s$n.risk, s$n.event, s$n.censor, s$surv,
      ifelse(s$surv == 0, NA, s$std.err * s$surv), ifelse(gone, NA, s$lower), ifelse(gone, NA, s$upper)))
}
competing <- list(
  ties = data.frame(time = c(5, 5, 5, 5, 8, 8, 8, 20), cause = c(1, 2, 1, 0, 2, 1, 0, 0)),
  last_event = data.frame(time = c(2, 3, 3, 6), cause = c(1, 2, 2, 1)),
  two = follow(250, 2), three = follow(400, 3), few_days = transform(follow(300, 3), time = ceiling(time / 60)))
for (d in competing) {
  causes <- max(d$cause)
  s <- survfit(Surv(time, factor(cause, 0:causes)) ~ 1, data = d, conf.type = "log-log")
  for (k in 1:causes) {
    p <- s$pstate[, k + 1]; sure <- p <= 0 | p >= 1 - 1e-12 | s$std.err[, k + 1] < 1e-9
    put("cumulative_incidence", paste(both(d), list_of(k), sep = ";"),
        lists(s$time, s$pstate[, 1], p, s$std.err[, k + 1], ifelse(sure, NA, s$lower[, k + 1]),
              ifelse(sure, NA, s$upper[, k + 1])))
  }
}
grouped <- list(
  two = transform(follow(200, 1), group = rep(1:2, 100)), three = transform(follow(300, 1), group = rep(1:3, 100)),
  unlike = transform(rbind(follow(150, 1), transform(follow(150, 1), time = ceiling(time / 2))), group = rep(1:2, each = 150)),
  ties = data.frame(time = c(1, 1, 2, 2, 3, 3, 3, 4), cause = c(1, 1, 0, 1, 1, 1, 0, 1), group = c(1, 2, 1, 2, 1, 2, 1, 2)))
for (d in grouped) {
  t <- survdiff(Surv(time, cause > 0) ~ group, data = d)
  put("log_rank", lists(d$time, d$cause, d$group),
      lists(t$obs, t$exp, c(t$chisq, pchisq(t$chisq, length(t$n) - 1, lower.tail = FALSE))))
}

# Funnel (D. J. Spiegelhalter 2005) -----------------------------------------------------------------------------
exact_limit <- function(n, target, p) {
  r <- qbinom(p, n, target)
  (r - (pbinom(r, n, target) - p) / dbinom(r, n, target)) / n
}
for (n in c(1, 12, 60, 1286, 20000)) for (target in c(0.05, 0.475, 0.9)) for (level in c(0.95, 0.998)) {
  tail <- (1 - level) / 2
  put("funnel_limits", list_of(c(target, n, level)),
      list_of(pmin(1, pmax(0, c(exact_limit(n, target, tail), exact_limit(n, target, 1 - tail))))))
}
for (units in c(1, 9, 21, 40)) {
  n <- sample(100:3000, units); x <- rbinom(units, n, pmin(0.9, pmax(0.1, rnorm(units, 0.4, 0.03))))
  z <- (x / n - 0.4) / sqrt(0.4 * 0.6 / n); s <- sort(z); k <- floor(0.1 * units)
  w <- pmin(pmax(z, s[k + 1]), s[units - k])
  put("overdispersion", lists(x, n, 0.4), list_of(c(mean(w^2), pchisq(sum(w^2), units, lower.tail = FALSE), mean(z^2))))
}

# Frequency -----------------------------------------------------------------------------------------------------
counts <- list(list(rnbinom(150, 0.4, mu = 1.6), rnbinom(170, 0.4, mu = 2.1)), list(c(0, 1, 4), c(2, 0)),
               list(1 + rnbinom(60, 0.9, mu = 2.9), 1 + rnbinom(50, 0.9, mu = 3.9)))
for (pair in counts) {
  d <- data.frame(y = unlist(pair), a = rep(c(1, 0), sapply(pair, length)))
  g <- summary(glm(y ~ a, quasipoisson, d, control = list(epsilon = 1e-14)))
  t <- qt(0.975, g$df.residual); b <- g$coefficients[2, ]
  put("quasi_poisson_ratio", lists(pair[[1]], pair[[2]]),
      list_of(c(exp(b[1]), exp(b[1] - t * b[2]), exp(b[1] + t * b[2]), g$dispersion, b[4])))
  g <- summary(glm(y ~ 1, quasipoisson, d, control = list(epsilon = 1e-14)))
  t <- qt(0.975, g$df.residual); b <- g$coefficients[1, ]
  put("quasi_poisson_rate", list_of(d$y), list_of(c(exp(b[1]), exp(b[1] - t * b[2]), exp(b[1] + t * b[2]), g$dispersion)))
}

# Risk models ---------------------------------------------------------------------------------------------------
tight <- list(epsilon = 1e-14, maxit = 100)
model_data <- function(n) {
  x <- cbind(round(rnorm(n), 3), rbinom(n, 1, 0.4), round(rexp(n, 1 / 500)))
  cbind(x, rbinom(n, 1, plogis(-0.7 + 0.9 * x[, 1] - 0.5 * x[, 2] + 0.0004 * x[, 3])))
}
for (n in c(30, 200, 500)) {
  d <- model_data(n)
  g <- glm(d[, 4] ~ d[, 1] + d[, 2] + d[, 3], binomial, control = tight)
  put("logistic", lists(d[, 1], d[, 2], d[, 3], d[, 4]),
      lists(coef(g), sqrt(diag(vcov(g))), deviance(g)))
}
delong <- function(s, y) {
  psi <- outer(s[y == 1], s[y == 0], function(a, b) (a > b) + 0.5 * (a == b))
  c(mean(psi), sqrt(var(rowMeans(psi)) / nrow(psi) + var(colMeans(psi)) / ncol(psi)))
}
for (n in c(8, 150, 600)) {
  y <- c(1, 1, 0, 0, rbinom(n - 4, 1, 0.35)); s <- round(rnorm(n, y), if (n == 150) 0 else 4)
  put("discrimination", lists(s, y), list_of(delong(s, y)))
}
for (n in c(60, 400)) {
  p <- plogis(round(rnorm(n, -0.5, 1), 4)); y <- rbinom(n, 1, plogis(0.3 + 0.7 * qlogis(p)))
  g <- summary(glm(y ~ qlogis(p), binomial, control = tight))$coefficients
  o <- summary(glm(y ~ 1 + offset(qlogis(p)), binomial, control = tight))$coefficients
  put("calibration", lists(p, y), list_of(c(g[2, 1:2], g[1, 1:2], o[1, 1:2], sum(p), mean((y - p)^2))))
}

# Standardisation and matching ----------------------------------------------------------------------------------
for (n in c(1, 50, 900)) {
  p <- round(rbeta(n, 2, 3), 6); o <- rbinom(1, n, 0.38); h <- qnorm(0.975) * sqrt(sum(p * (1 - p)))
  put("standardise", lists(o, round(1e6 * p)), list_of(c(sum(p), sum(p * (1 - p)), o / sum(p), max(0, (o - h) / sum(p)), (o + h) / sum(p))))
}
# One to one, nearest, likeliest first, without replacement, by brute force.
match_nearest <- function(score, treated, deviations) {
  caliper <- deviations * sqrt((var(score[treated == 1]) + var(score[treated == 0])) / 2)
  free <- which(treated == 0); pairs <- integer(0)
  for (i in which(treated == 1)[order(-score[treated == 1], which(treated == 1))]) {
    if (length(free) == 0) break
    far <- abs(score[free] - score[i]); j <- free[order(far, free)][1]
    if (min(far) <= caliper) { pairs <- c(pairs, i, j); free <- setdiff(free, j) }
  }
  list(caliper = caliper, pairs = pairs)
}
for (n in c(12, 80, 300)) {
  x <- round(rnorm(n), 3); treated <- rbinom(n, 1, plogis(-0.8 + x)); treated[1:2] <- c(1, 0)
  score <- round(-0.8 + x + rnorm(n, 0, 0.3), 6)
  m <- match_nearest(score, treated, 0.2); i <- m$pairs[c(TRUE, FALSE)]; j <- m$pairs[c(FALSE, TRUE)]
  s <- sqrt((var(x[treated == 1]) + var(x[treated == 0])) / 2)
  put("matching", lists(score, treated, x),
      lists(m$caliper, m$pairs - 1, c(mean(x[treated == 1]) - mean(x[treated == 0]), mean(x[i]) - mean(x[j])) / s))
}
for (one in list(c(100, 12, 20, 30), c(60, 0, 0, 0), c(5, 0, 5, 0), c(500, 200, 40, 71))) {
  n <- one[1] + 2; b <- one[3] + 0.5; c <- one[4] + 0.5; d <- (b - c) / n
  h <- qnorm(0.975) * sqrt((b / n + c / n - d^2) / n)
  put("paired_difference", list_of(one), list_of(c((one[3] - one[4]) / one[1], max(-1, d - h), min(1, d + h))))
}
