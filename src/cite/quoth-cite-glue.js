/*
 * What stands between Quoth and citeproc-js: a function that is given the processor and a function that reads a
 * locale's file, and gives an object with the few calls that quoth-cite-engine.c makes.
 */
(function (CSL, readLocale) {
  'use strict';

  /* Stands for "<" inside the processor, so that what looks like a tag in a title stays what it is. A noncharacter. */
  const BRACKET = '\uFDD0';

  CSL.debug = function () {};
  CSL.error = function (message) { throw new Error(message); };

  /* ‘…’ in a headline as “…”: the processor then writes marks as the style and the language want them. Left alone where
   * an apostrophe might be a closing mark. */
  function readTitle(title) {
    const marks = title.match(/‘|’(?![\p{L}\p{N}])/gu);
    if (marks === null || marks.some((mark, i) => mark !== '‘’'[i % 2]) || marks.length % 2 === 1)
      return title;
    return title.replace(/‘/g, '“').replace(/’(?![\p{L}\p{N}])/gu, '”');
  }

  function readItem(json, id) {
    const item = JSON.parse(json, function (key, value) {
      return typeof value === 'string' ? value.replaceAll(BRACKET, '').replaceAll('<', BRACKET) : value;
    });
    if (item === null || typeof item !== 'object' || Array.isArray(item))
      throw new SyntaxError('not an object');
    item.id = id;
    if (typeof item.title === 'string' && !item.title.includes('“'))
      item.title = readTitle(item.title);
    return item;
  }

  /* IEEE: no comma behind the mark that ends a title (IEEEtran.bst, format.article.title). Elsewhere the comma stays
   * (Chicago Manual of Style 17, 6.125). CSL has no word for it, and the processor one table for all styles. */
  const WITHOUT_COMMA = new Set([
    'http://www.zotero.org/styles/ieee',
    'http://www.zotero.org/styles/ieee-with-url',
    'http://www.zotero.org/styles/ieee-transactions-on-medical-imaging',
  ]);
  const COMMA_AFTER_MARK = /([?!]),(?=’?”)/g;

  /* null for what the processor puts where nothing was printed */
  function giveBack(room, html) {
    if (html.includes('[NO_PRINTED_FORM]') || html.includes('[CSL STYLE ERROR: '))
      return null;
    if (room.withoutComma)
      html = html.replace(COMMA_AFTER_MARK, '$1');
    return html.replaceAll(BRACKET, '&#60;');
  }

  function Room(style, locale) {
    const items = new Map();
    let count = 0;
    const engine = new CSL.Engine({
      retrieveLocale: readLocale,
      retrieveItem: (id) => items.get(String(id)),
    }, style, locale || undefined, Boolean(locale));

    engine.opt.development_extensions.wrap_url_and_doi = true;
    /* Notes are notes: they don't set other fields. */
    engine.opt.development_extensions.field_hack = false;

    this.engine = engine;
    this.withoutComma = WITHOUT_COMMA.has(engine.opt.styleID);
    this.items = items;
    this.add = function (json) {
      const id = String(++count);
      items.set(id, readItem(json, id));
      return id;
    };
  }

  return {
    open: (style, locale) => new Room(style, locale),

    /* An item alone: [citation or null, entry or null] */
    cite: function (room, json, locator, label, prefix, suffix, suppressAuthor, position) {
      const before = [...room.items.keys()];
      const id = room.add(json);
      const cite = {id, position};

      if (locator !== null)
        Object.assign(cite, {locator, label: label || 'page'});
      if (prefix !== null)
        cite.prefix = prefix.replaceAll('<', BRACKET);
      if (suffix !== null)
        cite.suffix = suffix.replaceAll('<', BRACKET);
      if (suppressAuthor)
        cite['suppress-author'] = true;

      room.engine.updateItems([id]);
      before.forEach((old) => room.items.delete(old));
      const citation = room.engine.makeCitationCluster([cite]);
      const bibliography = room.engine.makeBibliography();
      return [giveBack(room, citation), bibliography ? giveBack(room, bibliography[1].join('')) : null];
    },

    /* Many: begun, then added to, each call short enough to be watched and cancelled between. */
    begin: function (room) {
      room.engine.updateItems([]);
      room.items.clear();
      room.ids = [];
    },

    add: function (room, jsons) {
      for (const json of jsons)
        room.ids.push(room.add(json));
      room.engine.updateItems(room.ids);
    },

    /* The next entries: [[place among the items, entry] …]; none at the end, null in a style without bibliography */
    entries: function (room, n) {
      if (room.page === undefined) {
        let name = false;
        /* A page goes on from the one before: repeated authors are still repeated. */
        Object.defineProperty(room.engine.tmp, 'last_rendered_name', {
          configurable: true,
          get: () => name,
          set: (value) => { if (value !== false) name = value; },
        });
        room.page = true;
      }
      const bibliography = room.engine.makeBibliography({page_start: room.page, page_length: n});
      if (!bibliography)
        return null;
      const ids = bibliography[0].entry_ids;
      if (ids.length > 0)
        room.page = ids[ids.length - 1][0];
      return bibliography[1].map((entry, i) => [room.ids.indexOf(String(ids[i][0])), giveBack(room, entry)]);
    },

    citation: (room, index) => giveBack(room, room.engine.makeCitationCluster([{id: room.ids[index], position: 0}])),

    end: function (room) {
      delete room.engine.tmp.last_rendered_name;
      delete room.page;
    },
  };
})
