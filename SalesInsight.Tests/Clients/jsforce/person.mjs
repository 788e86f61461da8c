// A person in front of the login and consent pages: cookies, forms, redirects, and no script of the page's own.
import { assert, password, sandbox } from './sandbox.mjs';

const tag = (html, pattern) => [...html.matchAll(pattern)].map((match) => match[0]);
const attribute = (text, name) => decode(text.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? '');
const decode = (text) => text.replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  .replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

export class Person {
  #cookies = new Map();

  constructor(username) {
    this.username = username;
  }

  /** Opens the app's authorization page, signs in where asked, presses Allow or Deny: where the app is called back. */
  async decide(authorizationUrl, decision = 'allow') {
    let page = await this.#open(authorizationUrl);
    if (page.html.includes('id="Login"'))
      page = await this.#send(page, 'class="stack"', { username: this.username, password });
    page = await this.#send(page, 'class="pair"', { decision });
    assert.ok(page.callback, `no callback came: ${page.html.slice(0, 500)}`);
    return new URL(page.callback).searchParams;
  }

  /** Sends the form that carries `mark`, with what its hidden fields say and what the person typed. */
  #send(page, mark, typed) {
    const form = tag(page.html, /<form[\s\S]*?<\/form>/g).find((html) => html.includes(mark));
    assert.ok(form, `no form with ${mark} in ${page.html.slice(0, 500)}`);
    const hidden = tag(form, /<input type="hidden"[^>]*>/g)
      .map((input) => [attribute(input, 'name'), attribute(input, 'value')]);
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...typed });
    return this.#open(new URL(attribute(form, 'action'), sandbox), { method: 'POST', body });
  }

  /** Follows redirects within the sandbox; one that leads out of it is the callback. */
  async #open(url, request = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...request, redirect: 'manual', headers: { cookie } });
    // Debian 12's Node has no getSetCookie; the comma in a date is followed by no name
    for (const line of answer.headers.get('set-cookie')?.split(/, (?=[^;,=]+=)/) ?? []) {
      const [name, ...value] = line.split(';')[0].split('=');
      this.#cookies.set(name, value.join('='));
    }
    const location = answer.headers.get('location');
    if (!location) return { html: await answer.text() };
    const next = new URL(location, sandbox);
    return next.origin === new URL(sandbox).origin ? this.#open(next) : { html: '', callback: next };
  }
}
