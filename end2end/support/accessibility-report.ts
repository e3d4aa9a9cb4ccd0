/** Keeps what axe was asked and found in a whole run, for the accessibility statement: HEALTHPOST_ACCESSIBILITY=1. */

import { writeFileSync } from 'node:fs';

import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** The type of the annotations in which tests, each in a process of its own, hand over a `Look`. */
export const LOOK = 'axe';

/** What axe was asked and found when it looked at a page once. */
export interface Look {
  /** The version of axe-core. */
  axe: string;
  tags: string[];
  /** Path and query, without what differs from run to run. */
  at: string;
  /** Rules. */
  passed: string[];
  violations: Place[];
  /** Where axe could not decide. */
  incomplete: Place[];
}

/** An element, and the rule that was asked about it. */
export interface Place {
  rule: string;
  target: string;
}

const FILE = new URL('../../app/content/accessibility-checks.json', import.meta.url);

export default class AccessibilityReport implements Reporter {
  private looks = 0;
  private readonly axe = new Set<string>();
  private readonly tags = new Set<string>();
  private readonly pages = new Set<string>();
  private readonly passed = new Set<string>();
  private readonly violations = new Set<string>();
  private readonly incomplete = new Set<string>();
  private readonly undecided = new Set<string>();

  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const { type, description } of result.annotations) {
      if (type === LOOK && description) this.add(test.title, JSON.parse(description) as Look);
    }
  }

  onEnd({ status, startTime }: FullResult): void {
    const [axe, ...others] = this.axe;
    // Of a run that was cut short or failed, nobody knows what it left out.
    if (status !== 'passed' || !axe || others.length > 0) {
      console.log('the figures of the accessibility statement stay as they are: the run did not pass, or axe was not asked');
      return;
    }
    const figures = {
      axe,
      date: startTime.toISOString().slice(0, 10),
      tags: [...this.tags],
      pages: this.pages.size,
      looks: this.looks,
      passed: this.passed.size,
      violations: this.violations.size,
      incomplete: this.incomplete.size,
      undecided: [...this.undecided].sort(),
    };
    writeFileSync(FILE, `${JSON.stringify(figures, null, 2)}\n`);
  }

  /** One title belongs to one state, whether scripts are on or off. */
  private add(title: string, { axe, tags, at, passed, violations, incomplete }: Look): void {
    // The gallery of patterns is no page of the service.
    if (at.startsWith('/patterns')) return;
    const page = `${title} ${at}`;
    this.looks += 1;
    this.axe.add(axe);
    this.pages.add(page);
    for (const tag of tags) this.tags.add(tag);
    for (const rule of passed) this.passed.add(rule);
    for (const { rule, target } of violations) this.violations.add(`${page} ${rule} ${target}`);
    for (const { rule, target } of incomplete) {
      this.incomplete.add(`${page} ${rule} ${target}`);
      this.undecided.add(rule);
    }
  }
}
