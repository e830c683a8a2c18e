// A basemap of the reader's choice under the events: raster tiles by address, or a PMTiles archive, raster or vector.
import { addProtocol, type LayerSpecification, type Map as Drawn, type SourceSpecification } from "maplibre-gl";
import { PMTiles, Protocol, TileType } from "pmtiles";
import { address } from "../data/api";
import type { About } from "../data/types";
import type { Palette } from "./palette";
import { FIRST_BORDER } from "./style";

const TILES = "tiles";

const protocol = new Protocol();
addProtocol("pmtiles", protocol.tile);

export async function addTiles(map: Drawn, settings: About, colours: Palette): Promise<void> {
  if (!settings.tiles || map.getSource(TILES)) return;
  const given = settings.tiles.replace(/^pmtiles:\/\//, "");
  const file = given.split("?")[0]!;
  if (!file.endsWith(".pmtiles")) {
    const where = file.endsWith(".json") ? { url: address(given) } : { tiles: [template(given)] };
    put(map, { type: "raster", tileSize: 256, ...where }, [{ id: TILES, type: "raster", source: TILES }]);
    return;
  }
  const archive = new PMTiles(address(given));
  protocol.add(archive);
  const header = await archive.getHeader();
  const url = `pmtiles://${address(given)}`;
  if (header.tileType !== TileType.Mvt) {
    put(map, { type: "raster", url, tileSize: 256 }, [{ id: TILES, type: "raster", source: TILES }]);
    return;
  }
  const metadata = (await archive.getMetadata()) as { vector_layers?: { id: string }[] };
  const names = (metadata.vector_layers ?? []).map((layer) => layer.id);
  put(map, { type: "vector", url }, names.flatMap((name) => vector(name, colours)));
}

// An address keeps its braces: they are where the tile's numbers go.
const template = (given: string): string => address(given).replaceAll("%7B", "{").replaceAll("%7D", "}");

function put(map: Drawn, source: SourceSpecification, layers: LayerSpecification[]): void {
  map.addSource(TILES, source);
  for (const layer of layers) map.addLayer(layer, FIRST_BORDER);
}

// Layers of the common schemas by their names: what is no water and no land use is drawn as thin lines.
function vector(name: string, colours: Palette): LayerSpecification[] {
  const layer = { source: TILES, "source-layer": name };
  const line = (colour: string, width: number): LayerSpecification => ({
    ...{ id: `${TILES}-${name}`, type: "line", ...layer },
    paint: { "line-color": colour, "line-width": width },
  });
  if (/earth|land|park|natural|place|poi|name|label/.test(name)) return [];
  if (/water|ocean/.test(name))
    return [
      {
        ...{ id: `${TILES}-${name}`, type: "fill", ...layer, filter: ["==", ["geometry-type"], "Polygon"] },
        paint: { "fill-color": colours.water },
      },
    ];
  if (/building/.test(name))
    return [{ ...{ id: `${TILES}-${name}`, type: "fill", ...layer }, paint: { "fill-color": colours.line } }];
  return [line(/bound|admin/.test(name) ? colours.border : colours.region, 0.8)];
}
