import type { BrandKey } from '../cast.ts';
import type { DemoLanguage, SituationKey } from './texts.types.ts';

/** The fields that the demo's desk has added, in the languages of its people. */

type Names = Partial<Record<DemoLanguage, string>>;
export type DemoOption = { key: string; parent?: string; label: string; labels?: Names };
export type DemoField = { key: string; brand: BrandKey | null; type: 'text' | 'number' | 'date' | 'choice' | 'tree' | 'checkbox'; label: string; labels: Names; help?: string; helps?: Names; filterable: boolean; options?: DemoOption[] };

const furniture = ['Halden', 'Vide 40', 'Lumi', 'Norrsken', 'Pilar', 'Odet Mini', 'Strand', 'Luna 60'];

export const productKey = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '_');

export const fields: DemoField[] = [
  {
    key: 'topic', brand: null, type: 'tree', filterable: true, label: 'Topic', labels: { sv: 'Område', es: 'Tema', da: 'Område', pl: 'Zagadnienie' },
    options: [
      { key: 'connection', label: 'Connection', labels: { sv: 'Uppkoppling', es: 'Conexión', da: 'Forbindelse', pl: 'Połączenie' } },
      { key: 'no_signal', parent: 'connection', label: 'No signal', labels: { sv: 'Ingen signal', es: 'Sin señal', da: 'Intet signal', pl: 'Brak sygnału' } },
      { key: 'slow', parent: 'connection', label: 'Too slow', labels: { sv: 'För långsamt', es: 'Demasiado lenta', da: 'For langsom', pl: 'Za wolno' } },
      { key: 'visit', parent: 'connection', label: 'Technician’s visit', labels: { sv: 'Teknikerbesök', es: 'Visita del técnico', da: 'Teknikerbesøg', pl: 'Wizyta technika' } },
      { key: 'money', label: 'Money', labels: { sv: 'Betalning', es: 'Pagos', da: 'Betaling', pl: 'Płatności' } },
      { key: 'invoice', parent: 'money', label: 'Invoice', labels: { sv: 'Faktura', es: 'Factura', da: 'Faktura', pl: 'Faktura' } },
      { key: 'transfer', parent: 'money', label: 'Transfer', labels: { sv: 'Överföring', es: 'Transferencia', da: 'Overførsel', pl: 'Przelew' } },
      { key: 'card', parent: 'money', label: 'Card', labels: { sv: 'Kort', es: 'Tarjeta', da: 'Kort', pl: 'Karta' } },
      { key: 'order', label: 'Order', labels: { sv: 'Beställning', es: 'Pedido', da: 'Bestilling', pl: 'Zamówienie' } },
      { key: 'delivery', parent: 'order', label: 'Delivery', labels: { sv: 'Leverans', es: 'Entrega', da: 'Levering', pl: 'Dostawa' } },
      { key: 'return', parent: 'order', label: 'Return', labels: { sv: 'Retur', es: 'Devolución', da: 'Retur', pl: 'Zwrot' } },
      { key: 'damage', parent: 'order', label: 'Damage', labels: { sv: 'Skada', es: 'Daños', da: 'Skade', pl: 'Uszkodzenie' } },
      { key: 'access', label: 'Access', labels: { sv: 'Åtkomst', es: 'Acceso', da: 'Adgang', pl: 'Dostęp' } },
      { key: 'sign_in', parent: 'access', label: 'Sign-in', labels: { sv: 'Inloggning', es: 'Inicio de sesión', da: 'Log ind', pl: 'Logowanie' } },
      { key: 'equipment', parent: 'access', label: 'Equipment', labels: { sv: 'Utrustning', es: 'Equipos', da: 'Udstyr', pl: 'Sprzęt' } },
    ],
  },
  { key: 'router_serial', brand: 'skarnet', type: 'text', filterable: true, label: 'Router serial number', labels: { sv: 'Routerns serienummer', es: 'Número de serie del router', da: 'Routerens serienummer', pl: 'Numer seryjny routera' }, help: 'On the label under the router, beginning with SK', helps: { sv: 'På etiketten under routern, börjar med SK', es: 'En la etiqueta de debajo del router, empieza por SK', da: 'På etiketten under routeren, begynder med SK', pl: 'Na naklejce pod routerem, zaczyna się od SK' } },
  { key: 'credit', brand: 'skarnet', type: 'number', filterable: true, label: 'Credit given (SEK)', labels: { sv: 'Krediterat (kr)', es: 'Abono (SEK)', da: 'Krediteret (SEK)', pl: 'Rabat (SEK)' } },
  { key: 'product', brand: 'lumenhus', type: 'choice', filterable: true, label: 'Product', labels: { sv: 'Produkt', es: 'Producto', da: 'Produkt', pl: 'Produkt' }, options: furniture.map((name) => ({ key: productKey(name), label: name })) },
  { key: 'bought_on', brand: 'lumenhus', type: 'date', filterable: true, label: 'Bought on', labels: { sv: 'Köpt den', es: 'Fecha de compra', da: 'Købt den', pl: 'Data zakupu' } },
  { key: 'identity_checked', brand: 'sundbank', type: 'checkbox', filterable: true, label: 'Identity checked', labels: { sv: 'Identitet kontrollerad', es: 'Identidad comprobada', da: 'Identitet kontrolleret', pl: 'Tożsamość sprawdzona' } },
];

export const topics: Record<SituationKey, string> = {
  outage: 'no_signal', technician: 'visit', invoice: 'invoice', slow: 'slow', return: 'return', damaged: 'damage', delivery: 'delivery', transfer: 'transfer', card: 'card', login: 'sign_in', password: 'sign_in', laptop: 'equipment',
};
