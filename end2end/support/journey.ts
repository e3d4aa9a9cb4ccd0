/** From a publication to an order, step by step, as a person would go. */

import { randomInt, randomUUID } from 'node:crypto';

import type { Page } from '@playwright/test';

import { newestCode } from './mail.ts';
import { expect } from './test.ts';

/** The leaflet of the sample catalogue that the tests order: it has 13 editions and comes in ones. */
export const FLU = {
  code: 'FLU-0017-EN-01',
  title: 'Flu vaccination: leaflet for parents',
  titlePolish: 'Szczepienie przeciw grypie: ulotka dla rodziców',
  path: '/publications/flu-vaccination-leaflet-for-parents',
  english: '/publications/flu-vaccination-leaflet-for-parents?language=en&format=standard',
  arabic: '/publications/flu-vaccination-leaflet-for-parents?language=ar&format=standard',
};

/** The number of an order, in Crockford's alphabet. */
export const ORDER_NUMBER = /HP-[0-9A-Z]{5}-[0-9A-Z]{5}/;

export interface Person {
  line1: string;
  city: string;
  postcode: string;
  name: string;
  email: string;
}

/** Somebody who never ordered: limits count by address and by e-mail, so neither may come twice. */
export function somebody(): Person {
  return {
    line1: `${randomInt(1, 100_000_000)} Orchard Street`,
    city: 'Leeds',
    postcode: 'LS1 4AP',
    name: 'Ada Sample',
    email: `ada.${randomUUID().slice(0, 13)}@example.org`,
  };
}

/** The heading that says which page this is. */
export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

export async function pressContinue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** Puts copies of the leaflet into the basket. */
export async function fillBasket(page: Page, copies = 2): Promise<void> {
  await page.goto(FLU.english);
  await page.getByLabel('How many copies').fill(String(copies));
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await expectHeading(page, 'Your basket');
}

export async function fillDelivery(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Address line 1').fill(person.line1);
  await page.getByLabel('Town or city').fill(person.city);
  await page.getByLabel('Postcode').fill(person.postcode);
}

export async function fillContact(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Full name').fill(person.name);
  await page.getByLabel('Email address').fill(person.email);
}

export async function goToDelivery(page: Page): Promise<void> {
  await fillBasket(page);
  await pressContinue(page);
  await expectHeading(page, 'Where should we send it?');
}

export async function goToContact(page: Page, person: Person): Promise<void> {
  await goToDelivery(page);
  await fillDelivery(page, person);
  await pressContinue(page);
  await expectHeading(page, 'Who is ordering?');
}

export async function goToCode(page: Page, person: Person): Promise<void> {
  await goToContact(page, person);
  await fillContact(page, person);
  await pressContinue(page);
  await expectHeading(page, 'Check your email');
}

export async function enterCode(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(await newestCode(person.email));
  await pressContinue(page);
  await expectHeading(page, 'Check your answers before you place your order');
}

export async function goToCheck(page: Page, person: Person): Promise<void> {
  await goToCode(page, person);
  await enterCode(page, person);
}

/** Places the order of the check page and reads its number. */
export async function placeOrder(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Place order' }).click();
  await expectHeading(page, 'Order placed');
  await expect(page).toHaveURL(new RegExp(`/orders/${ORDER_NUMBER.source}$`));
  return ORDER_NUMBER.exec(page.url())?.[0] ?? '';
}
